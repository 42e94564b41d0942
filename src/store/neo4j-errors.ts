import { Neo4jError } from 'neo4j-driver';
import { AnodeError, type ErrorCode } from '../errors';

export const silence = 'The store does not answer. Try again later.';

/** What an error of the driver means to us; any other is left as it is. */
export function toAnodeError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const known = complaints.find(({ codes }) => codes.test(error.code));
  if (known !== undefined) return new AnodeError(known.code, known.message, {}, { cause: error });
  return error.retryable ? new AnodeError('STORE_UNAVAILABLE', silence, {}, { cause: error }) : error;
}

/** What codes of Neo4j and its driver mean to us; the first that fits counts. */
const complaints: readonly { codes: RegExp; code: ErrorCode; message: string }[] = [
  {
    codes: /^Neo\.ClientError\.Transaction\.TransactionTimedOut/,
    code: 'STORE_TIMEOUT',
    message: 'The query took longer than the time limit and was stopped.',
  },
  {
    codes: /^Neo\.ClientError\.Security/,
    code: 'STORE_UNAVAILABLE',
    message: 'The store refuses the credentials it was given.',
  },
  {
    codes: /\.Database\.DatabaseNotFound$/,
    code: 'STORE_UNAVAILABLE',
    message: 'The store has no database of the name it was given.',
  },
  {
    codes: /\.(StackOverFlowError|OutOfMemoryError|MemoryPoolOutOfMemoryError|TransactionOutOfMemoryError)$/,
    code: 'QUERY_TOO_LARGE',
    message: 'The query asks for more at once than the store can take. Split it.',
  },
  {
    codes: /\.(DeadlockDetected|LockClientStopped|LockAcquisitionTimeout)$/,
    code: 'STORE_CONFLICT',
    message: 'The write met other writes; nothing was written.',
  },
  {
    // N/A is what the driver calls its own troubles: no connection in time, a closed pool, an answer that is not Bolt.
    codes: /^(ServiceUnavailable|SessionExpired|ProtocolError|N\/A)$/,
    code: 'STORE_UNAVAILABLE',
    message: silence,
  },
];

/**
 * Every error a client or an operator can meet, by its code. docs/errors.md describes each of them and a test holds the
 * two together. `status` is the HTTP status of an answer that has no data.
 */
export const errorCodes = {
  BAD_USER_INPUT: { status: 400, meaning: 'An argument or a variable has a value that is not allowed.' },
  BAD_CURSOR: { status: 400, meaning: 'A cursor is forged, damaged, or of another connection or order.' },
  PAGE_SIZE_OUT_OF_RANGE: { status: 400, meaning: 'A page size is negative or above the limit.' },
  BAD_REQUEST: { status: 400, meaning: 'The request is not one that HTTP or GraphQL over HTTP allows.' },
  BODY_NOT_UTF8: { status: 400, meaning: 'The body of the request is not valid UTF-8.' },
  BODY_NOT_JSON: { status: 400, meaning: 'The body of the request is not valid JSON.' },
  BODY_TOO_LARGE: { status: 413, meaning: 'The body of the request is larger than the limit.' },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    meaning: 'The body of the request is of a media type that is not served.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    meaning: 'The address and the headers of the request are larger than the limit.',
  },
  NOT_FOUND: { status: 404, meaning: 'Nothing is served at this address.' },
  METHOD_NOT_ALLOWED: { status: 405, meaning: 'What is at this address is not served by this method.' },
  NESTING_TOO_DEEP: { status: 400, meaning: 'The query or its variables are nested deeper than the limit.' },
  QUERY_TOO_LARGE: {
    status: 400,
    meaning:
      'The query, its fragments written out, is larger than the limit or than what the store can take.',
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    meaning: 'The query may make the store touch more rows than the limit.',
  },
  ANSWER_TOO_LARGE: { status: 400, meaning: 'The answer would hold more values than the limit.' },
  REQUEST_ABORTED: { status: 400, meaning: 'The client went away before its answer was there.' },
  STORE_UNAVAILABLE: { status: 503, meaning: 'The store does not answer.' },
  STORE_TIMEOUT: { status: 504, meaning: 'The store took longer than the time limit and was stopped.' },
  STORE_LOCKED: { status: 503, meaning: 'The embedded store is in use by another process.' },
  STORE_CONFLICT: { status: 503, meaning: 'A write met other writes again and again; nothing was written.' },
  STORE_FULL: { status: 503, meaning: 'The disk of the store is full; nothing was written.' },
  STORE_FOREIGN: {
    status: 500,
    meaning: 'The store holds nodes that are not of this graph; nothing was loaded.',
  },
  SEED_INVALID: { status: 500, meaning: 'A seed file has rows that do not fit; nothing was loaded.' },
  IMPORT_INVALID: { status: 500, meaning: 'A row of an imported file does not fit; it was left out.' },
  CONFIG_INVALID: { status: 500, meaning: 'A setting of the server has a value that is not allowed.' },
  INTERNAL_SERVER_ERROR: { status: 500, meaning: 'A defect of the server. The log has the details.' },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** Where a complaint points, what was there, and what would have been right. */
export interface ErrorDetails {
  /** The path of an argument (`corporations.first`), a setting's name, or a place in a file. */
  readonly argument?: string;
  readonly given?: unknown;
  readonly allowed?: string;
}

/** The one error that Anode raises on purpose. Its message is meant for whoever made the request. */
export class AnodeError extends Error {
  override readonly name = 'AnodeError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Several mistakes of one request, found together and told together, each once. */
export class AnodeErrors extends Error {
  override readonly name = 'AnodeErrors';
  readonly errors: readonly AnodeError[];

  constructor(errors: readonly AnodeError[]) {
    const distinct = new Map(errors.map((error) => [error.message, error]));
    super([...distinct.keys()].join('\n'));
    this.errors = [...distinct.values()];
  }
}

/** The complaint that the argument at `argument` is not what it may be: `${argument} ${message}; allowed is ${allowed}.` */
export const badInput = (argument: string, message: string, given: unknown, allowed: string): AnodeError =>
  new AnodeError('BAD_USER_INPUT', `${argument} ${message}; allowed is ${allowed}.`, {
    argument,
    given,
    allowed,
  });

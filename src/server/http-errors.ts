import { once } from 'node:events';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AnodeError, type ErrorCode } from '../errors';
import { complaintOf } from './complaints';

/** Answers whatever goes wrong before or around GraphQL in the shape of GraphQL errors. */
export function httpErrorHandler(bodyLimit: number, logger: Logger) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const { status, errors, isOurs } = complaintOf(toAnodeError(error as FastifyError, bodyLimit));
    if (isOurs) logger.error({ err: error, path: request.url.split('?')[0] }, 'request failed');
    void discardBody(request.raw).then(() => reply.code(status).send({ errors }));
  };
}

/** How long a body that nobody wants is read on, in milliseconds. */
const discardLimit = 2_000;

/** Whoever still sends would find the connection reset, and never see the answer: so the rest is read and let go. */
async function discardBody(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  request.resume();
  await once(request, 'end', { signal: AbortSignal.timeout(discardLimit) }).catch(() => undefined);
}

/** Tells whoever speaks no proper HTTP so, and hangs up. */
export function answerBadHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, errors } = complaintOf(badHttp(error.code));
  const body = JSON.stringify({ errors });
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status]!}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Connection: close',
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

function badHttp(code: string | undefined): AnodeError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new AnodeError('HEADERS_TOO_LARGE', 'The address and the headers of the request are too large.', {
      allowed: 'at most 16 KiB; a long query is sent by POST',
    });
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new AnodeError('BAD_REQUEST', 'The request did not arrive in time.');
  }
  return new AnodeError('BAD_REQUEST', 'This is not HTTP.', { allowed: 'HTTP/1.1' });
}

/** What the server itself answers at; everything else is not found. */
const served: Readonly<Record<string, readonly string[]>> = {
  '/graphql': ['GET', 'POST'],
  '/healthz': ['GET'],
  '/readyz': ['GET'],
};

export function refuseAddress({ method, url }: FastifyRequest, reply: FastifyReply): never {
  const path = url.split('?')[0]!;
  const message = `Nothing is served at ${method} ${path}.`;
  const methods = Object.hasOwn(served, path) ? served[path] : undefined;
  if (methods === undefined) {
    throw new AnodeError('NOT_FOUND', message, { allowed: Object.keys(served).join(', ') });
  }
  const allowed = methods.join(', ');
  void reply.header('allow', allowed);
  throw new AnodeError('METHOD_NOT_ALLOWED', message, { allowed });
}

/** An error of Fastify or a plugin of its as ours. One that blames nobody outside stays what it is: a defect. */
function toAnodeError(error: FastifyError, bodyLimit: number): unknown {
  if (error instanceof AnodeError) return error;
  const found = knownErrors(bodyLimit)[error.code];
  if (found !== undefined) {
    const [code, message, allowed] = found;
    return new AnodeError(code, message, { allowed }, { cause: error });
  }
  const { statusCode = 500 } = error;
  if (statusCode >= 500) return error;
  return new AnodeError('BAD_REQUEST', 'The request is not well formed.', {}, { cause: error });
}

const knownErrors = (
  bodyLimit: number,
): Readonly<Partial<Record<string, [code: ErrorCode, message: string, allowed: string]>>> => ({
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'BODY_TOO_LARGE',
    'The body is too large.',
    `at most ${String(bodyLimit)} bytes`,
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'MEDIA_TYPE_UNSUPPORTED',
    'The body is of a media type that is not served.',
    'application/json',
  ],
  FST_CP_ERR_INVALID_CONTENT_ENCODING: [
    'MEDIA_TYPE_UNSUPPORTED',
    'The body has a content-encoding that is not served.',
    'gzip, deflate, br or none',
  ],
  FST_CP_ERR_INVALID_CONTENT: [
    'BAD_REQUEST',
    'The body is not in the content-encoding that the request states.',
    'gzip, deflate, br or none',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    'BODY_NOT_JSON',
    'The body is not valid JSON, or has a key that is not accepted.',
    'JSON in UTF-8, without the keys __proto__ and constructor.prototype',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['BODY_NOT_JSON', 'The body is empty.', 'JSON in UTF-8'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'BODY_NOT_JSON',
    'The body is not as long as the request states.',
    'a body of the stated length',
  ],
  FST_ERR_BAD_URL: ['BAD_REQUEST', 'The address is not a valid URL.', 'percent-encoded UTF-8'],
  FST_STATIC_FORBIDDEN_PATH: [
    'NOT_FOUND',
    'Nothing is served at this address.',
    'the files of the playground',
  ],
});

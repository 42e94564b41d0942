import { once } from 'node:events';
import { connect } from 'node:net';
import { errorCodes } from '../../src/errors';
import type { TestServer } from './servers';

/** The codes that Apollo Server gives by itself; those of ours are in src/errors.ts. */
const apolloCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
];

export interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly errors: readonly {
    readonly message: string;
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly extensions: {
      readonly code: string;
      readonly argument?: string;
      readonly given?: unknown;
      readonly allowed?: string;
    };
  }[];
}

/** Asks for something that must be refused; fails unless the refusal is one, leaks nothing, and the server goes on. */
export async function refusal(server: TestServer, path: string, init: RequestInit = {}): Promise<Refusal> {
  const response = await fetch(new URL(path, server.url), { signal: AbortSignal.timeout(10_000), ...init });
  const text = await response.text();
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  const { errors } = JSON.parse(text) as Refusal;
  expectToTell(errors);
  expectNoLeak(text);
  await expectToGoOn(server);
  return { status: response.status, text, headers: response.headers, errors };
}

/** The same for a body that is posted to /graphql. */
export const refusedBody = (
  server: TestServer,
  body: NonNullable<RequestInit['body']>,
  type = 'application/json',
): Promise<Refusal> =>
  refusal(server, '/graphql', { method: 'POST', body, headers: type === '' ? {} : { 'content-type': type } });

/** The same for a query. */
export const refusedQuery = (
  server: TestServer,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  more?: Readonly<Record<string, unknown>>,
): Promise<Refusal> => refusedBody(server, JSON.stringify({ query, variables, ...more }));

export function expectToTell(errors: Refusal['errors']): void {
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(message).not.toBe('');
    expect([...Object.keys(errorCodes), ...apolloCodes]).toContain(extensions.code);
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
  }
}

/** No stack, no path of a file, no Cypher and no name of what works inside. */
export function expectNoLeak(text: string): void {
  expect(text).not.toMatch(/\n\s+at |node_modules|\.[jt]s:\d|file:\/\/|stacktrace/);
  expect(text).not.toMatch(/\/(home|work|tmp|root|usr)\//);
  expect(text).not.toMatch(/MATCH \(|UNWIND|RETURN |GRAFEO-|Neo\.|grafeo/);
}

/** The server answers the next request that is right. */
export async function expectToGoOn(server: TestServer): Promise<void> {
  expect(await server.data('{ corporation(id: "corporation/toyota") { id } }')).toEqual({
    corporation: { id: 'corporation/toyota' },
  });
}

/** Writes to the server over a bare socket, half-closes it where asked to, and reads until the server hangs up. */
export async function overSocket(
  url: string,
  parts: readonly (string | Buffer)[],
  end = false,
): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const part of parts) socket.write(part);
  if (end) socket.end();
  await Promise.race([once(socket, 'end'), once(socket, 'close')]);
  socket.destroy();
  return Buffer.concat(chunks).toString('utf8');
}

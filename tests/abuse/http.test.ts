import { gzipSync } from 'node:zlib';
import { EmbeddedStore } from '../../src/store';
import {
  expectNoLeak,
  expectToGoOn,
  expectToTell,
  overSocket,
  refusal,
  refusedBody,
  type Refusal,
} from '../support/misuse';
import { startServer, type TestServer } from '../support/servers';

let server: TestServer;
beforeAll(async () => {
  server = await startServer(new EmbeddedStore());
}, 60_000);
afterAll(() => server.close());

const json = { 'content-type': 'application/json' };
const good = '{"query":"{ __typename }"}';

describe('a wrong body', () => {
  test.each([
    ['ten megabytes', `{"query":"${' '.repeat(10_000_000)}"}`, 413, 'BODY_TOO_LARGE'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22]), 400, 'BODY_NOT_UTF8'],
    ['half an object', '{"query":', 400, 'BODY_NOT_JSON'],
    ['nothing', '', 400, 'BODY_NOT_JSON'],
    ['a key __proto__', '{"query":"{ a }","variables":{"__proto__":{}}}', 400, 'BODY_NOT_JSON'],
    ['a list', '[]', 400, 'BAD_REQUEST'],
    ['a batch', `[${good}]`, 400, 'BAD_REQUEST'],
    ['a number', '5', 400, 'BAD_REQUEST'],
    ['null', 'null', 400, 'BAD_REQUEST'],
    ['a text', '"x"', 400, 'BAD_REQUEST'],
    ['no query', '{}', 400, 'BAD_REQUEST'],
    ['a query that is a number', '{"query":5}', 400, 'BAD_REQUEST'],
    ['variables that are a text', '{"query":"{ __typename }","variables":"{}"}', 400, 'BAD_REQUEST'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[1]}', 400, 'BAD_REQUEST'],
    ['an operation name that is a number', '{"query":"{ a }","operationName":5}', 400, 'BAD_REQUEST'],
    [
      'extensions without end',
      `{"query":"{ a }","extensions":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      400,
      'BAD_REQUEST',
    ],
  ])('%s', async (_title, body, status, code) => {
    const refused = await refusedBody(server, body);
    expect(refused).toMatchObject({ status, errors: [{ extensions: { code } }] });
  });

  test.each(['application/xml', 'application/graphql', 'multipart/form-data; boundary=x', ''])(
    'of media type "%s"',
    async (type) => {
      const refused = await refusedBody(server, Buffer.from(good), type);
      expect(refused).toMatchObject({ status: 415 });
      expect(refused.errors[0]!.extensions).toMatchObject({
        code: 'MEDIA_TYPE_UNSUPPORTED',
        allowed: 'application/json',
      });
    },
  );

  test('of a media type that a page of another site could send unasked', async () => {
    const refused = await refusedBody(server, good, 'text/plain');
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('that is not compressed as it says', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' };
    const refused = await refusal(server, '/graphql', { method: 'POST', headers, body: good });
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('that is small and becomes large', async () => {
    const body = gzipSync(Buffer.alloc(50_000_000, ' '));
    const headers = { ...json, 'content-encoding': 'gzip' };
    const refused = await refusal(server, '/graphql', { method: 'POST', headers, body });
    expect(refused).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
  });
});

describe('a wrong address or method', () => {
  test.each([
    ['/nope', 404, 'NOT_FOUND'],
    ['/graphql/', 404, 'NOT_FOUND'],
    ['/__proto__', 404, 'NOT_FOUND'],
    ['/graphql/assets/..%2f..%2f..%2fpackage.json', 404, 'NOT_FOUND'],
    ['/%zz', 400, 'BAD_REQUEST'],
    [`/graphql?query=${'a'.repeat(20_000)}`, 431, 'HEADERS_TOO_LARGE'],
    ['/graphql', 400, 'BAD_REQUEST'],
    ['/graphql?query=%7Bnope', 400, 'GRAPHQL_PARSE_FAILED'],
    ['/graphql?query=%7B__typename%7D&query=%7Ba%7D', 400, 'BAD_REQUEST'],
    ['/graphql?query=%7B__typename%7D&variables=nope', 400, 'BAD_REQUEST'],
    ['/graphql?query=mutation%7Ba%7D', 405, 'BAD_REQUEST'],
    [
      `/graphql?query=query(%24w:CorporationWhere)%7Bcorporations(where:%24w)%7BtotalCount%7D%7D&variables=${'{%22NOT%22:'.repeat(800)}{}${'}'.repeat(800)}`,
      400,
      'NESTING_TOO_DEEP',
    ],
  ])('GET %s', async (path, status, code) => {
    const refused = await refusal(server, path, { headers: json });
    expect(refused).toMatchObject({ status, errors: [{ extensions: { code } }] });
  });

  test('a GET that a page of another site could send unasked', async () => {
    const refused = await refusal(server, '/graphql?query=%7B__typename%7D');
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s', async (method) => {
    const refused = await refusal(server, '/graphql', { method });
    expect(refused).toMatchObject({ status: 405, errors: [{ extensions: { allowed: 'GET, POST' } }] });
    expect(refused.headers.get('allow')).toBe('GET, POST');
  });

  test('OPTIONS that asks for nothing', async () => {
    const { status } = await fetch(server.url, { method: 'OPTIONS' });
    expect(status).toBe(204);
  });

  test('headers that are too large', async () => {
    const refused = await refusal(server, '/healthz', { headers: { 'x-large': 'a'.repeat(20_000) } });
    expect(refused).toMatchObject({ status: 431, errors: [{ extensions: { code: 'HEADERS_TOO_LARGE' } }] });
  });

  test('an answer asked for in XML', async () => {
    const headers = { ...json, accept: 'application/xml' };
    const refused = await refusal(server, '/graphql', { method: 'POST', headers, body: good });
    expect(refused).toMatchObject({ status: 406, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('a bare socket', () => {
  const post = (body: string, connection = 'keep-alive'): string =>
    `POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  const refusedAsBadRequest = async (answer: string): Promise<void> => {
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
    const { errors } = JSON.parse(body) as Refusal;
    expectToTell(errors);
    expectNoLeak(answer);
    await expectToGoOn(server);
  };

  test.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a TLS greeting', Buffer.from('16030100f8010000f4', 'hex')],
    ['a length that is no number', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    ],
    ['a chunk of no size', 'POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ])('%s', async (_title, text) => {
    await refusedAsBadRequest(await overSocket(server.url, [text]));
  });

  test('requests that do not wait for each other are answered in their order', async () => {
    const answer = await overSocket(server.url, [
      post('{"query":"{ corporation(id: \\"corporation/toyota\\") { id } }"}'),
      post('{"query":"{ __typename }"}'),
      post('{"query":'),
    ]);
    const order = ['corporation/toyota', '"__typename":"Query"', 'BODY_NOT_JSON'].map((part) =>
      answer.indexOf(part),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('a client that closes its half is still answered', async () => {
    expect(await overSocket(server.url, [post(good)], true)).toContain('"__typename":"Query"');
  });

  test('clients that leave in the middle of a request do no harm', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => overSocket(server.url, [post(good).slice(0, -5)], true)),
    );
    await expectToGoOn(server);
  });
});

test.each([
  ['an answer', '/graphql?query=%7B__typename%7D', 200],
  ['a query that is refused', '/graphql?query=%7B', 400],
  ['an address where nothing is served', '/nowhere', 404],
  ['the health of the server', '/healthz', 200],
])('%s comes with the headers that protect a browser', async (_title, path, status) => {
  const headers = { 'apollo-require-preflight': 'true' };
  const answer = await fetch(new URL(path, server.url), { headers });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self';style-src 'self' /);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  });
  expect(answer.headers.get('strict-transport-security')).toBeNull();
});

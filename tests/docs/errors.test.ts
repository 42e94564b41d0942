import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '../../src/errors';
import { EmbeddedStore } from '../../src/store';
import { startServer, type TestServer } from '../support/servers';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'errors.md'), 'utf8');

/** `### CODE`, then `status: meaning`, then an example of the error, then what to do. */
const section = /^### (\w+)\n\n(\d+): (.*)\n\n```json\n([^]*?)```\n\n(?=\S)/gm;

const sections = new Map(
  [...page.matchAll(section)].map(([, code, status, meaning, example]) => [
    code!,
    { status: Number(status), meaning: meaning!, example: JSON.parse(example!) as GivenError },
  ]),
);

interface GivenError {
  readonly message: string;
  readonly extensions: { readonly code: string };
}

/** Codes that Apollo Server gives by itself. */
const codesOfApollo = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

test('the page has a section for each code, and no other', () => {
  expect([...page.matchAll(/^### (.*)$/gm)].map(([, title]) => title)).toEqual([...sections.keys()]);
  expect([...sections.keys()].toSorted()).toEqual([...Object.keys(errorCodes), ...codesOfApollo].toSorted());
});

test('the page tells the status and the meaning of each code', () => {
  const told = Object.keys(errorCodes).map((code) => {
    const { status, meaning } = sections.get(code)!;
    return [code, { status, meaning }];
  });
  expect(Object.fromEntries(told)).toEqual(errorCodes);
});

test('each example has the code of its section', () => {
  for (const [code, { example }] of sections) expect(example.extensions.code).toBe(code);
});

describe('the example is what the server answers', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(new EmbeddedStore(), { env: { MAX_COST: '5000' } });
  });
  afterAll(() => server.close());

  const post = (body: string | Buffer, type = 'application/json') =>
    fetch(server.url, { method: 'POST', headers: { 'content-type': type }, body });
  const ask = (query: string) => post(JSON.stringify({ query }));
  const nested = (times: number, opening: string, inside: string, closing: string) =>
    `${opening.repeat(times)}${inside}${closing.repeat(times)}`;
  /** Each fragment spreads the next one twice. */
  const doubling = (times: number) =>
    Array.from(
      { length: times },
      (_, at) => `fragment f${at} on Query { ...f${at + 1} a: __typename ...f${at + 1} }`,
    );

  const requests: Readonly<Record<string, () => Promise<Response>>> = {
    BAD_USER_INPUT: () => ask('{ plants(orderBy: [{ name: ASC, place: DESC }]) { totalCount } }'),
    BAD_CURSOR: () => ask('{ plants(after: "bogus") { totalCount } }'),
    PAGE_SIZE_OUT_OF_RANGE: () => ask('{ plants(first: -1) { totalCount } }'),
    BAD_REQUEST: () => post('[{ "query": "{ plants { totalCount } }" }]'),
    BODY_NOT_UTF8: () => post(Buffer.from([0x7b, 0xff, 0x7d])),
    BODY_NOT_JSON: () => post('{ plants { totalCount } }'),
    BODY_TOO_LARGE: () => post(' '.repeat(300_000)),
    MEDIA_TYPE_UNSUPPORTED: () => post('query=x', 'application/x-www-form-urlencoded'),
    HEADERS_TOO_LARGE: () => fetch(`${server.url}?query=${'x'.repeat(20_000)}`),
    NOT_FOUND: () => fetch(new URL('/nothing', server.url)),
    METHOD_NOT_ALLOWED: () => fetch(server.url, { method: 'DELETE' }),
    NESTING_TOO_DEEP: () => ask(nested(61, '{ a ', '', '}')),
    QUERY_TOO_LARGE: () =>
      ask(`query { ...f0 } ${doubling(14).join(' ')} fragment f14 on Query { b: __typename }`),
    QUERY_TOO_COSTLY: () =>
      ask(`{ ${nested(6, 'claims(first: 500) { nodes { subject { ', 'id', ' } } }')} }`),
    ANSWER_TOO_LARGE: () =>
      ask(`{ countries { nodes ${nested(12, '{ corporations { nodes { country ', '{ name }', ' } } }')} } }`),
    GRAPHQL_PARSE_FAILED: () => ask('{ plants {'),
    GRAPHQL_VALIDATION_FAILED: () => ask('{ plants { nodes { nme } } }'),
    OPERATION_RESOLUTION_FAILURE: () => ask('query A { __typename } query B { __typename }'),
    PERSISTED_QUERY_NOT_SUPPORTED: () =>
      post('{ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "0" } } }'),
  };

  test.each(Object.entries(requests))('%s', async (code, request) => {
    const response = await request();
    const { errors } = (await response.json()) as { errors: GivenError[] };
    expect(response.status).toBe(sections.get(code)!.status);
    expect(withoutNumbers(errors[0]!)).toEqual(withoutNumbers(sections.get(code)!.example));
  });
});

/** Counts change with the data and places with the wording of the request. */
const withoutNumbers = (error: GivenError): unknown =>
  JSON.parse(JSON.stringify(error).replaceAll(/\d[\d.e+]*/g, '0'));

import { join } from 'node:path';
import { pino } from 'pino';
import { loadSeeds, prepareStore } from '../../src/claims';
import { model } from '../../src/domain';
import type { GraphModel } from '../../src/model';
import { readSettings, serve, type Answers } from '../../src/server';
import { walkedAnswer } from './walk';
import { EmbeddedStore, Neo4jStore, type GraphStore, type Statement } from '../../src/store';
import { emptyStore } from './fill';
import { neo4jForTests } from './stores';

const articleSeed = join(__dirname, '..', '..', 'seed', 'japan-2024-article');

/** A small graph of ties, missing values and odd names, made up for the tests. */
export const awkwardSeed = join(__dirname, '..', 'fixtures', 'awkward');

/** A store that counts what is asked of it. */
class CountingStore implements GraphStore {
  reads: Statement[] = [];
  readonly description: string;
  readonly capabilities: GraphStore['capabilities'];

  constructor(private readonly store: GraphStore) {
    this.description = store.description;
    this.capabilities = store.capabilities;
  }

  prepare: GraphStore['prepare'] = (...definitions) => this.store.prepare(...definitions);
  beginBulk: GraphStore['beginBulk'] = (indexes) => this.store.beginBulk(indexes);
  findText: GraphStore['findText'] = (...query) => this.store.findText(...query);
  write: GraphStore['write'] = (statements, progress) => this.store.write(statements, progress);
  transaction: GraphStore['transaction'] = (work) => this.store.transaction(work);
  check: GraphStore['check'] = () => this.store.check();
  close: GraphStore['close'] = () => this.store.close();
  profile: GraphStore['profile'] = (statement) => this.store.profile(statement);
  read: GraphStore['read'] = (statement, signal) => {
    this.reads.push(statement);
    return this.store.read(statement, signal);
  };
  stream: GraphStore['stream'] = (statement, signal) => {
    this.reads.push(statement);
    return this.store.stream(statement, signal);
  };
}

interface Reply {
  readonly status: number;
  /** The body as it came over the wire. */
  readonly text: string;
  readonly body: { readonly data?: any; readonly errors?: readonly any[] }; // eslint-disable-line @typescript-eslint/no-explicit-any
}

export interface TestServer {
  readonly url: string;
  readonly store: CountingStore;
  readonly answers: Answers;
  /** How many operations have been compiled. */
  compilations(): number;
  /** Posts a query over HTTP. */
  query(query: string, variables?: Readonly<Record<string, unknown>>, operationName?: string): Promise<Reply>;
  /** The data of an answer; fails on errors. */
  data(query: string, variables?: Readonly<Record<string, unknown>>): Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly model?: GraphModel;
  readonly seeds?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Serves a store, whose data is replaced by the seeds, over real HTTP on a free port. */
export async function startServer(opened: GraphStore, options: ServerOptions = {}): Promise<TestServer> {
  const { model: served = model, seeds = [articleSeed], env = {} } = options;
  const store = new CountingStore(opened);
  await emptyStore(store);
  await prepareStore(served, store);
  if (seeds.length > 0) await loadSeeds(served, store, seeds);
  const settings = readSettings({ PORT: '0', LOG_LEVEL: 'silent', ...env });
  const server = await serve(served, store, settings, pino({ level: settings.LOG_LEVEL }));
  store.reads = [];
  const query: TestServer['query'] = async (text, variables, operationName) =>
    post(server.url, { query: text, variables, operationName });
  return {
    url: server.url,
    store,
    answers: server.answers,
    compilations: () => server.answers.compilations,
    query,
    data: (text, variables) => dataOf(query(text, variables)),
    close: () => server.close(),
  };
}

async function dataOf(reply: Promise<Reply>): Promise<unknown> {
  const { body } = await reply;
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors, null, 2));
  return body.data as unknown;
}

async function post(url: string, body: unknown): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Reply['body'] };
}

/** Every store that the conformance suite runs on; undefined where this machine does not have it. */
export const testStores: readonly { name: string; open: (() => GraphStore) | undefined }[] = [
  { name: 'embedded', open: () => new EmbeddedStore() },
  { name: 'neo4j', open: openNeo4j() },
];

function openNeo4j(): (() => GraphStore) | undefined {
  const address = neo4jForTests();
  return address && (() => new Neo4jStore({ ...address, timeout: 20_000 }));
}

/** A query as it went over the wire and what came back. */
type Exchange = readonly [request: Parameters<TestServer['query']>, text: string];

function recording(server: TestServer, transcript: Exchange[]): TestServer {
  const query: TestServer['query'] = async (...request) => {
    const reply = await server.query(...request);
    transcript.push([request, reply.text]);
    return reply;
  };
  return { ...server, query, data: (text, variables) => dataOf(query(text, variables)) };
}

/**
 * The same cases on every store, over HTTP, and at the end one more: whatever they asked, the stores answered the same,
 * byte for byte. A store that is not there is skipped by name; the summary of the run and the global set-up say so
 * loudly, and under CI the run fails.
 */
export function onEveryStore(
  title: string,
  cases: (server: () => TestServer) => void,
  options?: ServerOptions,
): void {
  const transcripts = testStores.map((): Exchange[] => []);
  for (const [at, { name, open }] of testStores.entries()) {
    const suite = open === undefined ? describe.skip : describe;
    suite(`[${name}] ${title}`, () => {
      let server: TestServer;
      beforeAll(async () => {
        server = recording(await startServer(open!(), options), transcripts[at]!);
      }, 240_000);
      afterAll(() => server.close());
      cases(() => server);
      test('whatever was asked, graphql-js walks to the same bytes', async () => {
        const walked: string[] = [];
        const answered: string[] = [];
        for (const [request, text] of transcripts[at]!) {
          const answer = await walkedAnswer(server.answers, server.store, ...request);
          if (answer !== undefined) {
            walked.push(answer);
            answered.push(text.trimEnd());
          }
        }
        expect(walked).not.toHaveLength(0);
        expect(walked).toEqual(answered);
      });
    });
  }
  const comparable = testStores.every(({ open }) => open !== undefined) ? test : test.skip;
  comparable(`[every store] ${title}: the same answers, byte for byte`, () => {
    const [first, ...others] = transcripts;
    expect(first).not.toHaveLength(0);
    for (const other of others) expect(other).toEqual(first);
  });
}

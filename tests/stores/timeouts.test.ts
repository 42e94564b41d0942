import { setTimeout as pause } from 'node:timers/promises';
import { Neo4jStore } from '../../src/store';
import { neo4jForTests } from '../support/stores';

const address = neo4jForTests();
const suite = address === undefined ? describe.skip : describe;

/** Counts for hours; the server has nothing to shorten. The mark finds it among the transactions. */
const endless = (mark: string) => ({
  text: `UNWIND range(1, 1000000000) AS x UNWIND range(1, 1000) AS ${mark} RETURN count(${mark}) AS count`,
  parameters: {},
});

suite('[neo4j] a time limit', () => {
  const store = new Neo4jStore({ ...address!, timeout: 1_000 });
  const watcher = new Neo4jStore({ ...address!, timeout: 20_000 });
  afterAll(() => Promise.all([store.close(), watcher.close()]));

  const isRunning = async (mark: string): Promise<boolean> => {
    const text =
      'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH "UNWIND" AND currentQuery CONTAINS $mark RETURN count(*) AS count';
    const [row] = await watcher.read({ text, parameters: { mark } });
    return row!['count'] !== 0;
  };

  test('ends the statement in the server, too', async () => {
    const read = store.read(endless('timed')).catch((error: unknown) => error);
    while (!(await isRunning('timed'))) await pause(20);
    expect(await read).toMatchObject({ code: 'STORE_TIMEOUT' });
    for (let tries = 0; tries < 50 && (await isRunning('timed')); tries++) await pause(100);
    expect(await isRunning('timed')).toBe(false);
  });
});

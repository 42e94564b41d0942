import { setImmediate as loopTurns } from 'node:timers/promises';
import { Turn, Turns } from '../../src/trace/turns';

/** Works for as many slices, and says at each which it is. */
async function works(turn: Turn, slices: number, say: () => void): Promise<void> {
  for (let done = 0; done < slices; done++) {
    await turn.next();
    say();
    let isOver = false;
    while (!isOver) isOver = turn.isOver();
  }
}

test('searches work one after the other, and between two of them the loop turns', async () => {
  const turns = new Turns();
  let loop = 0;
  let next = setImmediate(function count() {
    loop++;
    next = setImmediate(count);
  });
  const log: { name: string; loop: number }[] = [];
  const search = (name: string) => works(new Turn(turns), 20, () => log.push({ name, loop }));
  await Promise.all(['a', 'b', 'c'].map(search));
  clearImmediate(next);
  expect(log.map(({ name }) => name).join('')).toBe('abc'.repeat(20));
  for (const [at, { loop: later }] of log.slice(1).entries()) expect(later).toBeGreaterThan(log[at]!.loop);
});

test('a search that has just begun waits for one slice of each other, not for their ends', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const long = works(new Turn(turns), 50, () => log.push('long'));
  while (log.length < 10) await loopTurns();
  await works(new Turn(turns), 1, () => log.push('short'));
  expect(log.indexOf('short')).toBeLessThan(15);
  await long;
});

test('a store is asked as often at once as is allowed, in the order of asking, also when it refuses', async () => {
  const turns = new Turns(2);
  const log: string[] = [];
  let running = 0;
  const ask = async (name: string): Promise<string> => {
    running++;
    expect(running).toBeLessThanOrEqual(2);
    log.push(name);
    await loopTurns();
    running--;
    if (name === 'b') throw new Error('no');
    return name;
  };
  const answers = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map((name) => turns.statement(() => ask(name))),
  );
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(log).toEqual(['a', 'b', 'c', 'd']);
});

test('searches step back while others are read for, but not for ever', async () => {
  const turns = new Turns();
  const log: string[] = [];
  let end: () => void = () => undefined;
  const read = turns.before(() => new Promise<void>((resolve) => (end = resolve)));
  expect(turns.areShared).toBe(true);
  const began = performance.now();
  await works(new Turn(turns), 2, () => log.push('slice'));
  await turns.statement(() => Promise.resolve(log.push('statement')));
  expect(performance.now() - began).toBeGreaterThan(3 * 4);
  const next = works(new Turn(turns), 1, () => log.push('slice'));
  await loopTurns();
  log.push('answer');
  end();
  await Promise.all([read, next]);
  expect(log).toEqual(['slice', 'slice', 'statement', 'answer', 'slice']);
});

test('nobody works for a client that has gone', async () => {
  const leaving = new AbortController();
  const turn = new Turn(new Turns(), leaving.signal);
  await turn.next();
  const waiting = turn.next();
  leaving.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
  await expect(turn.next()).rejects.toMatchObject({ code: 'REQUEST_ABORTED' });
});

import { isDeepStrictEqual } from 'node:util';
import { CannotDo } from '../contenders/http.mjs';
import { sampleOf } from '../works/sample.mjs';

/** For how many of its parameters a work's answers are compared. */
const compared = 4;

/**
 * Every work with the tasks of the contenders that can do it, once their answers have been found equal; and, for the
 * others, why they cannot. Throws where two answers differ.
 *
 * @returns {Promise<{ work: object, tasks: Map<object, object>, cannot: Map<object, string>, bytes: number }[]>}
 */
export async function prepareTasks(works, contenders, sizes, say) {
  const prepared = [];
  for (const work of works) {
    const each = await prepare(work, contenders, work.parameters(sampleOf(sizes)));
    for (const [contender, reason] of each.cannot) say(`${contender.name} cannot do ${work.name}: ${reason}`);
    prepared.push(each);
  }
  return prepared;
}

async function prepare(work, contenders, parameters) {
  const share = once();
  const tasks = new Map();
  const cannot = new Map();
  for (const contender of contenders) {
    try {
      const task = await contender.task(work, parameters, share);
      await task.calls[0]();
      await task.answer?.(0);
      tasks.set(contender, task);
    } catch (error) {
      if (!(error instanceof CannotDo)) throw error;
      cannot.set(contender, error.message);
    }
  }
  await compare(work, tasks, parameters);
  return { work, tasks, cannot, bytes: await meanBytes(tasks) };
}

/** Makes a thing once for each key: variables with cursors are the same for all contenders of a side. */
function once() {
  const made = new Map();
  return (key, make) => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key);
  };
}

async function compare(work, tasks, parameters) {
  const answering = [...tasks].filter(([, { answer }]) => answer !== undefined);
  for (let at = 0; at < Math.min(compared, parameters.length); at++) {
    let first;
    for (const [{ name }, { answer }] of answering) {
      const rows = await answer(at);
      first ??= { name, rows };
      if (!isDeepStrictEqual(rows, first.rows))
        throw new Error(
          `${work.name}, ${JSON.stringify(parameters[at])}: ${name} and ${first.name} answer differently.\n` +
            differenceOf(first, { name, rows }),
        );
    }
  }
}

/** The first row in which two answers differ. */
function differenceOf(...answers) {
  const [one, other] = answers.map(({ rows }) => rows);
  const at = one.findIndex((row, index) => !isDeepStrictEqual(row, other[index]));
  return answers
    .map(
      ({ name, rows }) =>
        `${name}: ${rows.length} rows; row ${at}: ${JSON.stringify(rows[at])?.slice(0, 2_000)}`,
    )
    .join('\n');
}

/** The mean size of the answers over HTTP, of the first contender that has one; undefined where none has. */
async function meanBytes(tasks) {
  for (const [contender, { calls }] of tasks) {
    if (contender.side === undefined) continue;
    const sizes = [];
    for (const call of calls.slice(0, 2 * compared)) sizes.push(await call());
    return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  }
  return undefined;
}

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
  const several = parameters.slice(0, compared);
  let expected;
  for (const contender of contenders) {
    try {
      const task = await contender.task(work, parameters, share);
      const answers = await answersOf(task, several.length);
      tasks.set(contender, task);
      if (answers === undefined) continue;
      expected ??= { name: contender.name, answers };
      compare(work, several, expected, { name: contender.name, answers });
    } catch (error) {
      if (!(error instanceof CannotDo)) throw error;
      cannot.set(contender, error.message);
    }
  }
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

/** The rows for the first `count` parameters; undefined for a contender whose rows are no answers. */
async function answersOf({ answer }, count) {
  if (answer === undefined) return undefined;
  const answers = [];
  for (let at = 0; at < count; at++) answers.push(await answer(at));
  return answers;
}

function compare(work, parameters, expected, given) {
  const at = given.answers.findIndex((rows, index) => !isDeepStrictEqual(rows, expected.answers[index]));
  if (at === -1) return;
  const [first, other] = [expected, given].map(({ name, answers }) => ({ name, rows: answers[at] }));
  throw new Error(
    `${work.name}, ${JSON.stringify(parameters[at])}: ${other.name} and ${first.name} answer differently.\n` +
      differenceOf(first, other),
  );
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
    for (const call of calls.slice(0, compared)) sizes.push(await call());
    return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  }
  return undefined;
}

import { randomFrom } from '../graph/random.mjs';

/** How many rounds through all works the list of calls holds; each in another order, with other parameters. */
const rounds = 32;

/**
 * One more work: all those that every contender can do, equally often, in an order that is shuffled once and the same for
 * all contenders. A client stops only after whole rounds (`unit`).
 */
export function mixedOf(prepared, contenders) {
  const common = prepared.filter(({ tasks }) => contenders.every((contender) => tasks.has(contender)));
  if (common.length < 2) return [];
  const order = shuffledRounds(common.length);
  const tasks = new Map(
    contenders.map((contender) => {
      const calls = order.map(([at, round]) => {
        const own = common[at].tasks.get(contender).calls;
        return own[round % own.length];
      });
      return [contender, { calls, unit: common.length }];
    }),
  );
  const work = { name: 'mixed', title: 'mixed load', description: mixtureOf(common, prepared) };
  return [{ work, tasks, cannot: new Map(), bytes: undefined }];
}

function mixtureOf(common, all) {
  if (common.length === all.length) return 'All of these works, equally often.';
  const left = all.filter((each) => !common.includes(each)).map(({ work }) => work.title);
  return `All of these works, equally often, without those that not every contender can do: ${left.join(', ')}.`;
}

/** `[which work, which round]`, round after round. */
function shuffledRounds(works) {
  const random = randomFrom(4);
  return Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: works }, (__, at) => ({ at, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ at }) => [at, round]),
  ).flat();
}

import { mixedOf } from './mixed.mjs';
import { median, quantile } from './numbers.mjs';
import { processorTime } from './processes.mjs';
import { slot } from './slot.mjs';

/** A contender that takes longer than this for one answer is measured in one round only; milliseconds. */
const slow = 2_000;

/**
 * Measures every work by every contender that can do it. Contenders take turns in short slots, and all of that is repeated
 * in rounds, so that what else happens on the machine happens to all of them.
 *
 * @returns one result for each work and contender: `rate` in calls a second (median of the rounds), `p50` and `p99` in
 * milliseconds over all rounds, `processor` in milliseconds that the contender's process worked for a call, in how
 * many `rounds`, and how many `calls` were measured
 */
export async function measure(prepared, contenders, { clients, seconds, rounds, wanted }, say) {
  const all = [...prepared, ...mixedOf(prepared, contenders)].filter(({ work }) => wanted(work.name));
  const lanes = all.flatMap(({ work, tasks }) =>
    [...tasks].map(([contender, task]) => ({ work, contender, task, rates: [], latencies: [], worked: [] })),
  );
  say(`warming up: ${all.length} works`);
  for (const lane of lanes) await warmUp(lane, { clients, seconds });
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    for (const lane of inTurn(lanes, round)) {
      if (round > 0 && lane.slow) continue;
      await measureOnce(lane, { clients, seconds, begin: round });
    }
  }
  return all.map((each) => ({
    ...each,
    results: new Map(
      lanes.filter(({ work }) => work === each.work).map((lane) => [lane.contender, resultOf(lane)]),
    ),
  }));
}

async function measureOnce({ contender, task, rates, latencies, worked }, options) {
  const before = processorTime(contender.pid);
  const measured = await slot(task, options);
  rates.push(measured.rate);
  latencies.push(...measured.latencies);
  if (before !== undefined) worked.push((processorTime(contender.pid) - before) / measured.latencies.length);
}

/** Before it is measured, a task is run for a while; how long one call takes decides in how many rounds it is measured. */
async function warmUp(lane, { clients, seconds }) {
  // The first one makes the plan, which is none of what is measured.
  await slot(lane.task, { clients: 1, seconds: 0 });
  const { latencies } = await slot(lane.task, { clients: 1, seconds: 0 });
  lane.slow = Math.max(...latencies) > slow;
  if (!lane.slow) await slot(lane.task, { clients, seconds });
}

/** Work by work; in every round another contender begins. */
function inTurn(lanes, round) {
  const works = [...new Set(lanes.map(({ work }) => work))];
  return works.flatMap((work) => {
    const group = lanes.filter((lane) => lane.work === work);
    const begin = round % group.length;
    return [...group.slice(begin), ...group.slice(0, begin)];
  });
}

const resultOf = ({ rates, latencies, worked }) => ({
  rate: median(rates),
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  ...(worked.length > 0 && { processor: median(worked) }),
  rounds: rates.length,
  calls: latencies.length,
});

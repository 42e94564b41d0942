import { startContender } from './contenders/start.mjs';
import { sizesOf } from './graph/sizes.mjs';
import { median } from './measure/numbers.mjs';
import { slot } from './measure/slot.mjs';
import { prepareTasks } from './measure/tasks.mjs';
import { works } from './works/index.mjs';

/** In milliseconds; up to which size a sorted page takes less is what is looked for. */
const limit = 50;

/** Measures a sorted page on the embedded engine, alone and by one client, at several sizes. */
export async function measureEmbedded({ embeddedSizes, seconds }, stops) {
  const work = works.filter(({ name }) => name === 'sorted-page');
  let largest;
  for (const size of embeddedSizes) {
    const before = [];
    const contender = await startContender('anode-embedded', {
      size,
      clients: 1,
      started: (stop) => {
        before.push(stop);
        stops.add(stop);
      },
    });
    const [{ tasks }] = await prepareTasks(work, [contender], sizesOf(size), console.log);
    const task = tasks.get(contender);
    await slot(task, { clients: 1, seconds: seconds / 2 });
    const { latencies } = await slot(task, { clients: 1, seconds: 2 * seconds });
    const middle = median(latencies);
    console.log(`${String(size).padStart(8)} nodes: a sorted page in ${middle.toFixed(1)} ms`);
    if (middle < limit) largest = Math.max(largest ?? 0, size);
    for (const stop of before.reverse()) await stop();
  }
  console.log(
    `Under ${limit} ms up to ${largest === undefined ? 'none' : `${largest} nodes`} of these sizes.`,
  );
}

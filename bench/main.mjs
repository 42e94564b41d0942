/** The benchmark: `npm run bench`. What it is, and what it compares, is in docs/bench.md. */
import { build, install } from './install.mjs';
import { readOptions } from './options.mjs';
import { Stops } from './stops.mjs';
import { works } from './works/index.mjs';

const options = readOptions([...works.map(({ name }) => name), 'mixed']);
const stops = new Stops();
try {
  install();
  build();
  // Not before: these import what has just been installed and built.
  if (options.embeddedSizes !== undefined)
    await (await import('./embedded-sizes.mjs')).measureEmbedded(options, stops);
  else if (options.traces) await (await import('./traces.mjs')).measureTraces(options, stops);
  else if (options.readings) await (await import('./readings.mjs')).measureReadings(options, stops);
  else if (options.shapes !== undefined) await (await import('./shapes.mjs')).measureShapes(options, stops);
  else await (await import('./compare.mjs')).compare(options, stops);
} catch (error) {
  // What a signal has stopped complains that it was stopped.
  if (!stops.begun) console.error(error);
  process.exitCode = 1;
} finally {
  await stops.all();
}

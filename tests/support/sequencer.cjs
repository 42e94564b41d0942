const { sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Those that take about a minute or more, the longest first. */
const longest = [
  'cli/import-faults',
  'cli/serve',
  'conformance/industry',
  'differential/differential',
  'find/list',
  'cli/import',
  'claims/ingest',
  'differential/readings/readings',
].map((name) => `${sep}tests${sep}${name.replaceAll('/', sep)}.test.ts`);

/** The place of a file among the longest, or behind them all. */
function placeOf({ path }) {
  const at = longest.findIndex((end) => path.endsWith(end));
  return at < 0 ? longest.length : at;
}

/** Begins with the longest files: begun at the end, one of them would run on alone when all others are done. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
};

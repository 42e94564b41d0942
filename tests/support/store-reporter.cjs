const { sep } = require('node:path');

const STORES = ['embedded', 'neo4j'];
/** The outermost `describe('[neo4j] …')` around a conformance case. */
const MARK = /^\[(\w+)\]/;

/**
 * Says at the very end how many cases ran on each store, and `N passed, N failed` as the last line. A run without a single
 * test is a failed run.
 */
module.exports = class StoreReporter {
  #report = '';
  #error;

  constructor() {
    // jest adds its own summary after every other reporter, and the teardown follows it.
    process.once('exit', () => process.stdout.write(this.#report));
  }

  onRunComplete(_contexts, results) {
    const all = count(results.testResults.flatMap((file) => file.testResults));
    // A file that does not even load has no cases, but it has failed.
    all.failed += results.numRuntimeErrorTestSuites;
    this.#report = [...storeLines(results.testResults), totalLine(all), ''].join('\n');
    if (all.passed + all.failed === 0) this.#error = new Error('Not a single test ran.');
  }

  getLastError() {
    return this.#error;
  }
};

function storeLines(files) {
  const conformance = files.filter((file) => file.testFilePath.includes(`${sep}conformance${sep}`));
  const cases = files.flatMap((file) => file.testResults);
  const counts = STORES.map((store) => [store, count(cases.filter((one) => storeOf(one) === store))]);
  const lines = [
    `\nstores: ${counts.map(([store, counted]) => `${store} ${totalLine(counted)}`).join(' · ')}`,
  ];
  for (const [store, { passed, failed }] of counts) {
    if (conformance.length > 0 && passed + failed === 0) {
      lines.push(`!!! NOT ONE conformance case ran on ${store.toUpperCase()} !!!`);
    }
  }
  return lines;
}

function storeOf(testCase) {
  return testCase.ancestorTitles.map((title) => MARK.exec(title)?.[1]).find((store) => store !== undefined);
}

function count(cases) {
  const having = (...statuses) => cases.filter((one) => statuses.includes(one.status)).length;
  return {
    passed: having('passed'),
    failed: having('failed'),
    skipped: having('pending', 'skipped', 'todo', 'disabled'),
  };
}

function totalLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

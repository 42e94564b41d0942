/** As tsconfig.json: legacy decorators with emitted types, fields assigned and not defined. */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** Packages that ship only ES modules; jest runs CommonJS. */
const esmOnly = ['citty', 'content-disposition', 'cookie'];

/** Neo4j servers that somebody names, separated by commas. */
const given = process.env.NEO4J_TEST_URI || undefined;

// As it is run: graphql-js checks much more without it, which takes a good part of the time.
process.env.NODE_ENV = 'production';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  transform: { '\\.[cm]?[jt]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  testSequencer: '<rootDir>/tests/support/sequencer.cjs',
  reporters: ['default', '<rootDir>/tests/support/store-reporter.cjs'],
  // Each worker has a Neo4j of its own, whose data every test file replaces.
  maxWorkers: given === undefined ? 2 : given.split(',').length,
  // A worker keeps part of every file that it ran.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 30_000,
};

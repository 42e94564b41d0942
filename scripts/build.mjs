// Builds all that `npm start` needs into dist/: the server (tsc) and the playground (esbuild).
// With --if-stale it builds only when an input has changed since the last build; dist/.built holds a hash of their contents.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const require = createRequire(import.meta.url);
const stamp = 'dist/.built';
const playground = 'src/playground';

const inputs = hashOfInputs();
if (process.argv.includes('--if-stale') && mayStay()) process.exit(0);

rmSync(stamp, { force: true });
await step('server', compileServer);
await step('playground', bundlePlayground);
writeFileSync(stamp, inputs);

/** Whether dist/ is up to date, or cannot be rebuilt because the build tools are not installed (a production image). */
function mayStay() {
  if (!existsSync(stamp)) return false;
  if (readFileSync(stamp, 'utf8') === inputs) return true;
  if (hasTools()) return false;
  if (existsSync('src'))
    console.warn('dist/ is older than src/, and the build tools are not installed: dist/ is used as it is.');
  return true;
}

function hasTools() {
  try {
    return Boolean(require.resolve('typescript') && require.resolve('esbuild'));
  } catch {
    return false;
  }
}

function hashOfInputs() {
  const files = [
    ...readdirSync('.').filter((name) => /^(tsconfig.*|package-lock)\.json$/.test(name)),
    'scripts/build.mjs',
    ...filesBelow('src'),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function step(name, run) {
  const start = performance.now();
  try {
    await run();
  } catch (error) {
    // esbuild has printed its own messages by now, and so has tsc.
    if (!error.errors) console.error(error.message);
    console.error(`build: ${name} failed`);
    process.exit(1);
  }
  console.log(`build: ${name.padEnd(10)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function compileServer() {
  if (!hasTools())
    throw new Error('The build tools are not installed. Run `npm ci` (with devDependencies) first.');
  const tsc = require.resolve('typescript/bin/tsc');
  const { status, error } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`tsc ended with ${status}.`);
}

/** dist/playground: index.html, and everything else in assets/, which is served at /graphql/assets/. */
async function bundlePlayground() {
  const { build } = await import('esbuild');
  const common = {
    bundle: true,
    minify: true,
    target: 'es2022',
    outdir: 'dist/playground/assets',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  };
  rmSync('dist/playground', { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: [`${playground}/main.tsx`],
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    jsx: 'automatic',
    loader: { '.graphql': 'text' },
    // GraphiQL names Prettier's old CommonJS files, whose exports are lost when they are loaded on demand.
    alias: {
      'prettier/parser-graphql': 'prettier/plugins/graphql',
      'prettier/parser-babel': 'prettier/plugins/babel',
    },
    plugins: [examples(), onlyStylesOfGraphiql()],
  });
  await build({
    ...common,
    entryPoints: ['editor', 'json', 'graphql'].map((name) => `${playground}/workers/${name}.worker.ts`),
    format: 'iife',
  });
  cpSync(`${playground}/icon.svg`, 'dist/playground/assets/icon.svg');
  cpSync(`${playground}/index.html`, 'dist/playground/index.html');
}

/** `virtual:examples`: the texts of src/playground/examples/*.graphql, by name. */
function examples() {
  return {
    name: 'examples',
    setup(build) {
      const resolveDir = join(root, playground, 'examples');
      build.onResolve({ filter: /^virtual:examples$/ }, ({ path }) => ({ path, namespace: 'examples' }));
      build.onLoad({ filter: /.*/, namespace: 'examples' }, () => {
        const files = readdirSync(resolveDir)
          .filter((file) => file.endsWith('.graphql'))
          .sort();
        const imports = files.map((file, index) => `import file${index} from './${file}';\n`);
        const list = files.map((_, index) => `file${index}`);
        return { contents: `${imports.join('')}export default [${list}];`, resolveDir };
      });
    },
  };
}

/** graphiql/style.css holds Monaco's styles already: those that Monaco's modules import would be there twice. */
function onlyStylesOfGraphiql() {
  return {
    name: 'only-styles-of-graphiql',
    setup(build) {
      build.onLoad({ filter: /monaco-editor.*\.css$/ }, () => ({ contents: '', loader: 'empty' }));
    },
  };
}

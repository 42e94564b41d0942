import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { defineCommand } from 'citty';
import { pino, type Logger } from 'pino';
import { model } from '../domain';
import { AnodeError } from '../errors';
import { openStore, serve as serveStore, type Settings } from '../server';
import type { OpeningStore } from '../store';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { settingFlags, settingsFrom } from './settings';

/** What an empty store is filled with. */
export const defaultSeeds = [join(__dirname, '..', '..', 'seed', 'japan-2024-article')];

const flags = settingFlags();

export const serve = defineCommand({
  meta: {
    name: 'serve',
    description: 'Serve the graph over HTTP. An empty store is filled with the seed first.',
  },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(() => {
      checkFlags(rawArgs, flags);
      return start(settingsFrom(args));
    }),
});

/** The log goes to standard output, one JSON object a line; what people read goes to standard error. */
async function start(settings: Settings): Promise<void> {
  const logger = pino({ level: settings.LOG_LEVEL });
  const store = openWithProgress(settings, logger);
  let running: { close(): Promise<void> } = store;
  const isStopping = stopOnSignals(() => running.close(), logger);
  await store.ready().catch((error: unknown) => {
    if (isStopping()) return;
    if (!(error instanceof AnodeError) || error.code === 'CONFIG_INVALID') throw error;
    const message = `${error.message} Serving all the same; /readyz tells when the store is there.`;
    logger.error({ code: error.code, store: store.description, err: error.cause }, message);
    process.stderr.write(`${error.code}: ${message}\n`);
  });
  if (isStopping()) return;
  try {
    const server = await serveStore(model, store, settings, logger);
    running = server;
    if (isStopping()) {
      await server.close();
      return;
    }
    logger.info({ url: server.url, store: store.description }, 'listening');
    process.stderr.write(greeting(server.url));
  } catch (error) {
    await store.close();
    throw error;
  }
}

function openWithProgress(settings: Settings, logger: Logger): OpeningStore {
  const bar = new SingleBar({
    format: 'Loading the seed {bar} {percentage}% ({value} of {total} steps)',
    noTTYOutput: false,
  });
  return openStore(model, settings, {
    seeds: defaultSeeds,
    progress: (done, total) => {
      if (done === 1) bar.start(total, 0);
      bar.update(done);
      if (done === total) bar.stop();
    },
    loaded: (report) => {
      logger.info({ report }, 'seed loaded');
    },
  });
}

/**
 * The first signal ends what is under way and then the process; a second one, whichever it is, ends it at once. A seed
 * that is being loaded is loaded to its end, or not at all: it is one transaction. Returns whether there was a signal.
 */
function stopOnSignals(close: () => Promise<void>, logger: Logger): () => boolean {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) {
      logger.warn({ signal }, 'ended at once');
      process.exit(1);
    }
    stopping = true;
    logger.info({ signal }, 'stopping');
    close().then(
      () => {
        logger.info('stopped');
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  return () => stopping;
}

const greeting = (url: string): string => `
Anode answers at ${url} (open it in a browser for the playground). Try:

  { plants(where: {chemistries: {some: {id: {eq: "battery-chemistry/lfp"}}}}) {
      nodes { name status startOfProduction operators { nodes { name } } claims { nodes { name source { name } } } } } }

`;

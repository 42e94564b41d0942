import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { defineCommand } from 'citty';
import { pino, type Logger } from 'pino';
import { model } from '../domain';
import { AnodeError } from '../errors';
import { openStore, serve as serveStore, type RunningServer, type Settings } from '../server';
import type { OpeningStore } from '../store';
import { reporting } from './failure';
import { settingFlags, settingsFrom } from './settings';

/** What an empty store is filled with. */
const defaultSeeds = [join(__dirname, '..', '..', 'seed', 'japan-2024-article')];

export const serve = defineCommand({
  meta: {
    name: 'serve',
    description: 'Serve the graph over HTTP. An empty store is filled with the seed first.',
  },
  args: settingFlags(),
  run: ({ args }) => reporting(() => start(settingsFrom(args))),
});

/** The log goes to standard output, one JSON object a line; what people read goes to standard error. */
async function start(settings: Settings): Promise<void> {
  const logger = pino({ level: settings.LOG_LEVEL });
  const store = openWithProgress(settings, logger);
  await store.ready().catch((error: unknown) => {
    if (!(error instanceof AnodeError) || error.code === 'CONFIG_INVALID') throw error;
    const message = `${error.message} Serving all the same; /readyz tells when the store is there.`;
    logger.error({ code: error.code, store: store.description, err: error.cause }, message);
    process.stderr.write(`${error.code}: ${message}\n`);
  });
  try {
    const server = await serveStore(model, store, settings, logger);
    logger.info({ url: server.url, store: store.description }, 'listening');
    process.stderr.write(greeting(server.url));
    stopOnSignals(server, logger);
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

/** The first signal ends what is under way and then the process; a second one ends it at once. */
function stopOnSignals(server: RunningServer, logger: Logger): void {
  const stop = async (signal: string): Promise<void> => {
    logger.info({ signal }, 'stopping');
    await server.close();
    logger.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop(signal).catch((error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exitCode = 1;
      });
    });
  }
}

const greeting = (url: string): string => `
Anode answers at ${url} (open it in a browser for the playground). Try:

  { plants(where: {chemistries: {some: {id: {eq: "battery-chemistry/lfp"}}}}) {
      nodes { name status startOfProduction operators { nodes { name } } claims { nodes { name source { name } } } } } }

`;

import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { defineCommand } from 'citty';
import { pino } from 'pino';
import { model } from '../domain';
import { AnodeError } from '../errors';
import { openStore, serve as serveStore, type Settings } from '../server';
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

async function start(settings: Settings): Promise<void> {
  const logger = pino({ level: settings.LOG_LEVEL });
  const bar = new SingleBar({
    format: 'Loading the seed {bar} {percentage}% ({value} of {total} steps)',
    noTTYOutput: false,
  });
  const store = openStore(model, settings, {
    seeds: defaultSeeds,
    progress: (done, total) => {
      if (done === 1) bar.start(total, 0);
      bar.update(done);
    },
    loaded: (report) => {
      bar.stop();
      logger.info({ report }, 'seed loaded');
    },
  });
  await store.check().catch((error: unknown) => {
    bar.stop();
    if (!(error instanceof AnodeError)) throw error;
    logger.error(
      { code: error.code },
      `${error.message} Serving all the same; /readyz tells when the store is there.`,
    );
  });
  const server = await serveStore(model, store, settings, logger);
  logger.info({ url: server.url, store: store.description }, 'listening');
  process.stdout.write(greeting(server.url));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping');
      void server.close().then(() => {
        logger.info('stopped');
      });
    });
  }
}

const greeting = (url: string): string => `
Anode answers at ${url} (open it in a browser for the playground). Try:

  { plants(where: {chemistries: {some: {id: {eq: "battery-chemistry/lfp"}}}}) {
      nodes { name status startOfProduction operators { nodes { name } } claims { nodes { name source { name } } } } } }

`;

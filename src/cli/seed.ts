import { defineCommand } from 'citty';
import { loadSeeds } from '../claims';
import { model } from '../domain';
import { openStore } from '../server';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { settingFlags, settingsFrom, storeSettings } from './settings';

const flags = {
  folder: { type: 'positional' as const, description: 'The folder to load; several may follow.' },
  ...settingFlags(storeSettings),
};

export const seed = defineCommand({
  meta: { name: 'seed', description: 'Load seed folders into the store, all of them or nothing.' },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(async () => {
      checkFlags(rawArgs, flags);
      const store = openStore(model, settingsFrom(args), { seeds: [] });
      try {
        await store.ready();
        const { put, dropped, claims, conflicts } = await loadSeeds(model, store, args._);
        process.stdout.write(
          `${String(put)} nodes and edges written, ${String(dropped)} removed; ` +
            `the graph now rests on ${String(claims)} claims, with ${String(conflicts)} conflicts.\n`,
        );
      } finally {
        await store.close();
      }
    }),
});

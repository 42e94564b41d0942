import { defineCommand } from 'citty';
import { diagnose, type Finding } from '../claims';
import { model } from '../domain';
import { openStore } from '../server';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { settingFlags, settingsFrom, storeSettings } from './settings';

/** More findings than this are only counted. */
const mostTold = 100;

const flags = settingFlags(storeSettings);

export const doctor = defineCommand({
  meta: {
    name: 'doctor',
    description: 'Make the graph anew from its claims, tell where it differs, and print its digest.',
  },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(async () => {
      checkFlags(rawArgs, flags);
      const store = openStore(model, settingsFrom(args), { seeds: [] });
      try {
        await store.ready();
        let findings = 0;
        const tell = ({ at, problem }: Finding): void => {
          findings++;
          if (findings <= mostTold) process.stdout.write(`${at}: ${problem}\n`);
        };
        const { nodes, edges, digest, shownDigest } = await diagnose(model, store, tell);
        if (findings > mostTold) process.stdout.write(`… and ${String(findings - mostTold)} more.\n`);
        process.stdout.write(
          `${String(nodes)} nodes and ${String(edges)} edges, ${String(findings)} of them or of their properties not as the claims make them.\n` +
            `digest ${digest}\n` +
            `shown  ${shownDigest}\n`,
        );
        if (findings > 0) process.exitCode = 1;
      } finally {
        await store.close();
      }
    }),
});

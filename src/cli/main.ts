#!/usr/bin/env node
import { defineCommand, runMain } from 'citty';
import { decide } from './decide';
import { doctor } from './doctor';
import { explain } from './explain';
import { exportCommand } from './export';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { importCommand } from './import';
import { schema } from './schema';
import { seed } from './seed';
import { serve } from './serve';
import { trace } from './trace';

const main = defineCommand({
  meta: { name: 'anode', description: 'A GraphQL server over a knowledge graph of the EV-battery industry.' },
  subCommands: {
    serve,
    seed,
    import: importCommand,
    export: exportCommand,
    decide,
    doctor,
    explain,
    trace,
    schema,
  },
});

/** What stands before the name of the command. */
function flagsBefore(args: readonly string[]): readonly string[] {
  const command = args.findIndex((arg) => !arg.startsWith('-'));
  return command === -1 ? args : args.slice(0, command);
}

void reporting(() => {
  const args = process.argv.slice(2);
  if (!args.includes('-h')) checkFlags(flagsBefore(args), { help: { type: 'boolean' } });
  return runMain(main);
});

import { defineCommand } from 'citty';
import { Complaints, examine, ingest, openInput, type FileInput, type IngestReport } from '../claims';
import { model } from '../domain';
import { AnodeError, AnodeErrors } from '../errors';
import { openStore } from '../server';
import type { GraphStore } from '../store';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { printReport } from './import-report';
import { ProgressLine } from './progress-line';
import { settingFlags, settingsFrom, storeSettings } from './settings';
import { openedWithin } from './waiting';

const flags = {
  file: {
    type: 'positional' as const,
    description: 'A file of records (.jsonl), a mapping (.yaml) or a seed folder; several may follow.',
  },
  mapping: { type: 'string' as const, description: 'A mapping (.yaml) that says how the files are read.' },
  strict: { type: 'boolean' as const, description: 'Load nothing if any row does not fit.' },
  'dry-run': { type: 'boolean' as const, description: 'Load nothing, and tell what would be done.' },
  batch: { type: 'string' as const, description: 'How many records make a transaction.', default: '5000' },
  'max-errors': {
    type: 'string' as const,
    description: 'With more rows than this that do not fit, stop.',
    default: '100',
  },
  wait: {
    type: 'string' as const,
    description: 'So many seconds to wait for a store that another process has open.',
    default: '120',
  },
  ...settingFlags(storeSettings),
};

export const importCommand = defineCommand({
  meta: { name: 'import', description: 'Import files of evidence into the store, a batch at a time.' },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(async () => {
      checkFlags(rawArgs, flags);
      const options = {
        batchSize: wholeNumber('--batch', args.batch, 1, 1_000_000),
        maxErrors: wholeNumber('--max-errors', args['max-errors'], 0, 1_000_000),
        mode: args['dry-run'] === true ? 'dry-run' : args.strict === true ? 'strict' : 'lenient',
      } as const;
      const store = openStore(model, settingsFrom(args), { seeds: [] });
      try {
        await openedWithin(wholeNumber('--wait', args.wait, 0, 86_400), store);
        await run(store, await openInput(model, store, args._, args.mapping), options);
      } finally {
        await store.close();
      }
    }),
});

interface Options {
  readonly batchSize: number;
  readonly maxErrors: number;
  /** What is done where rows do not fit. */
  readonly mode: 'dry-run' | 'strict' | 'lenient';
}

async function run(
  store: GraphStore,
  input: FileInput,
  { batchSize, maxErrors, mode }: Options,
): Promise<void> {
  let misfits = 0;
  const step = async (title: string, work: typeof ingest): Promise<IngestReport> => {
    const complaints = new Complaints('IMPORT_INVALID', maxErrors);
    const line = new ProgressLine(title, input.done);
    let last: IngestReport | undefined;
    try {
      const report = await work(model, store, input, {
        batchSize,
        complaints,
        onBatch: (soFar) => {
          last = soFar;
          line.update(soFar.taken - soFar.resumedAt);
        },
      });
      line.end();
      last = report;
      misfits = complaints.errors.length;
      tell(complaints.errors);
      return report;
    } catch (error) {
      line.end();
      if (last !== undefined && work === ingest)
        process.stderr.write(
          `Stopped after ${String(last.taken)} records; the same command goes on there.\n`,
        );
      throw error;
    }
  };
  if (mode !== 'lenient') {
    const report = await step('Checking', examine);
    if (mode === 'dry-run') {
      process.stdout.write(printReport(report, 'would be', misfits));
      return;
    }
    if (process.exitCode === 1) {
      process.stderr.write('Nothing was loaded.\n');
      return;
    }
  }
  const report = await step('Importing', ingest);
  process.stdout.write(printReport(report, 'were', misfits));
}

/** Tells what does not fit; then the command ends with status 1. */
function tell(errors: readonly AnodeError[]): void {
  for (const { code, message } of errors) process.stderr.write(`${code}: ${message}\n`);
  if (errors.length > 0) process.exitCode = 1;
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const allowed = `a whole number from ${String(least)} to ${String(most)}`;
  throw new AnodeErrors([
    new AnodeError('CONFIG_INVALID', `${flag} is ${JSON.stringify(text)}; expected is ${allowed}.`, {
      argument: flag,
      given: text,
      allowed,
    }),
  ]);
}

import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { defineCommand } from 'citty';
import {
  exportFormats,
  exportSelection,
  selectAll,
  selectFrom,
  type ExportFormat,
  type Piece,
} from '../claims';
import { model } from '../domain';
import { AnodeError } from '../errors';
import { openStore } from '../server';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { idsAnswering } from './ids-answering';
import { settingFlags, settingsFrom, storeSettings } from './settings';

const flags = {
  format: {
    type: 'string' as const,
    description: `One of ${exportFormats.join(', ')}. Only jsonl is read by import.`,
    default: 'jsonl',
  },
  where: {
    type: 'string' as const,
    description: 'A GraphQL query: what has an id in its answer is exported, with all that is claimed of it.',
  },
  output: {
    type: 'string' as const,
    description: 'The file to write, or for csv the folder. Without it: standard output.',
  },
  ...settingFlags(storeSettings),
};

export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Write the graph and its evidence.' },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(async () => {
      checkFlags(rawArgs, flags);
      const format = formatOf(args.format);
      if (format === 'csv' && args.output === undefined)
        throw invalid('--output', '', 'a folder: csv is five files');
      const store = openStore(model, settingsFrom(args), { seeds: [] });
      try {
        await store.ready();
        const { where } = args;
        const selection =
          where === undefined
            ? await selectAll(model, store)
            : await selectFrom(model, store, await idsAnswering(store, where));
        await writeAll(exportSelection(model, store, selection, format), format, args.output);
      } finally {
        await store.close();
      }
    }),
});

function formatOf(text: string): ExportFormat {
  const format = exportFormats.find((each) => each === text);
  if (format !== undefined) return format;
  throw invalid('--format', text, `one of ${exportFormats.join(', ')}`);
}

const invalid = (flag: string, given: string, allowed: string): AnodeError =>
  new AnodeError('CONFIG_INVALID', `${flag} is ${JSON.stringify(given)}; expected is ${allowed}.`, {
    argument: flag,
    given,
    allowed,
  });

async function writeAll(
  pieces: AsyncIterable<Piece>,
  format: ExportFormat,
  output: string | undefined,
): Promise<void> {
  try {
    if (output === undefined) await printAll(pieces);
    else await writeFiles(pieces, (file) => (format === 'csv' ? join(output, file) : output));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Whoever reads it has read enough.
    if (code === 'EPIPE') return;
    if (syscall === undefined) throw error;
    throw invalid('--output', basename(output ?? ''), `something that can be written (${code ?? syscall})`);
  }
}

async function writeFiles(pieces: AsyncIterable<Piece>, pathOf: (file: string) => string): Promise<void> {
  const handles = new Map<string, FileHandle>();
  try {
    for await (const { file, text } of pieces) {
      const path = pathOf(file);
      if (!handles.has(path)) {
        await mkdir(dirname(path), { recursive: true });
        handles.set(path, await open(path, 'w'));
      }
      await handles.get(path)!.write(text);
    }
  } finally {
    for (const handle of handles.values()) await handle.close();
  }
}

async function printAll(pieces: AsyncIterable<Piece>): Promise<void> {
  // What goes wrong is told to whoever writes, too; as an event it would end the process.
  process.stdout.on('error', () => undefined);
  for await (const { text } of pieces)
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { printSchema } from 'graphql';
import { printDefinitions } from '../cypher';
import { model } from '../domain';
import { buildSchema } from '../graphql';
import { reporting } from './failure';
import { checkFlags } from './flags';

const folder = join(__dirname, '..', '..', 'schema');

/** What the model emits, by the file in schema/ that keeps it. */
const emitted: Readonly<Record<string, () => string>> = {
  'anode.graphql': () => `${printSchema(buildSchema(model))}\n`,
  'neo4j.cypher': () =>
    printDefinitions(model)
      .filter(({ backsConstraint }) => !backsConstraint)
      .map(({ text }) => `${text};\n`)
      .join(''),
};

const flags = {
  check: { type: 'boolean', description: 'Change nothing; fail where a file is not in step.' },
} as const;

export const schema = defineCommand({
  meta: { name: 'schema', description: 'Write schema/ anew from the model, or check that it is in step.' },
  args: flags,
  run: ({ args, rawArgs }) =>
    reporting(() => {
      checkFlags(rawArgs, flags);
      writeOrCheck(args.check === true);
      return Promise.resolve();
    }),
});

function writeOrCheck(check: boolean): void {
  const stale = Object.entries(emitted).filter(([file, print]) => print() !== read(file));
  for (const [file, print] of stale) {
    process.stdout.write(
      `schema/${file} ${check ? 'is not in step with src/domain; run: npm run schema' : 'written'}\n`,
    );
    if (!check) writeFileSync(join(folder, file), print());
  }
  if (check && stale.length > 0) process.exitCode = 1;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}

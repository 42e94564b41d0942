import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { printSchema } from 'graphql';
import { printDefinitions } from '../cypher';
import { model } from '../domain';
import { buildSchema } from '../graphql';

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

export const schema = defineCommand({
  meta: { name: 'schema', description: 'Write schema/ anew from the model, or check that it is in step.' },
  args: { check: { type: 'boolean', description: 'Change nothing; fail where a file is not in step.' } },
  run: ({ args }) => {
    const stale = Object.entries(emitted).filter(([file, print]) => print() !== read(file));
    for (const [file, print] of stale) {
      process.stdout.write(
        `schema/${file} ${args.check ? 'is not in step with src/domain; run: npm run schema' : 'written'}\n`,
      );
      if (!args.check) writeFileSync(join(folder, file), print());
    }
    if (args.check && stale.length > 0) process.exitCode = 1;
  },
});

function read(file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}

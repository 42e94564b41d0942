import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExample } from '../../src/playground/example';

const folder = join(__dirname, '..', '..', 'src', 'playground', 'examples');

/** The worked examples of the playground, by the names of their files. */
export const examples = readdirSync(folder)
  .toSorted()
  .map((file) => {
    const { query, variables } = parseExample(readFileSync(join(folder, file), 'utf8'));
    return {
      file,
      query,
      variables: (variables === '' ? {} : JSON.parse(variables)) as Record<string, unknown>,
    };
  });

import { parseArgs } from 'node:util';
import { contenderNames } from './contenders/names.mjs';

const usage = `npm run bench -- [options]

  --size N             nodes of the synthetic industry (30000)
  --only A,B           contenders: ${contenderNames.join(', ')} (all)
  --works A,B          works, by name (all)
  --clients N          how many ask at once (8)
  --seconds N          of each slot (0.8; 2 from 100,000 nodes)
  --rounds N           how often each contender has a slot in each work (3)
  --traces             measures paths and neighbourhoods on Neo4j, and nothing else
  --readings           measures @asOf beside the plain query on both stores, and nothing else
  --shapes N           looks at random for the slowest of so many operations, and nothing else
  --seed N             of the random operations (1)
  --embedded-sizes A,B measures a sorted page on the embedded engine at these sizes, and nothing else`;

/**
 * The options of the command line. Ends the process with how to use them where they are wrong.
 *
 * @param workNames what `--works` may name
 */
export function readOptions(workNames) {
  try {
    const { values } = parseArgs({
      options: {
        ...Object.fromEntries(
          ['size', 'only', 'works', 'clients', 'seconds', 'rounds', 'shapes', 'seed', 'embedded-sizes'].map(
            (name) => [name, { type: 'string' }],
          ),
        ),
        traces: { type: 'boolean' },
        readings: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) leave(0, usage);
    return optionsFrom(values, workNames);
  } catch (error) {
    return leave(2, `${error.message}\n\n${usage}`);
  }
}

function optionsFrom(values, workNames) {
  const size = number('size', values.size ?? '30000', 2_000, 2_000_000);
  const only = names('only', values.only, contenderNames);
  return {
    size,
    only,
    works: names('works', values.works, workNames),
    clients: number('clients', values.clients ?? '8', 1, 64),
    seconds: number('seconds', values.seconds ?? (size < 100_000 ? '0.8' : '2'), 0.1, 60),
    rounds: number('rounds', values.rounds ?? '3', 1, 20),
    traces: values.traces ?? false,
    readings: values.readings ?? false,
    shapes: values.shapes === undefined ? undefined : number('shapes', values.shapes, 1, 1_000_000),
    seed: number('seed', values.seed ?? '1', 0, 2 ** 31),
    embeddedSizes: values['embedded-sizes']
      ?.split(',')
      .map((each) => number('embedded-sizes', each, 2_000, 2_000_000)),
    /** Whether a part was left out, so that the results are not those to quote. */
    partial: values.only !== undefined || values.works !== undefined,
  };
}

function number(name, text, least, most) {
  const value = Number(text);
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} is ${text}; expected is a number from ${least} to ${most}.`);
}

function names(option, text, known) {
  const given = text?.split(',') ?? known;
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return given;
  throw new Error(`--${option} names ${unknown}; there are ${known.join(', ')}.`);
}

function leave(code, text) {
  console.error(text);
  process.exit(code);
}

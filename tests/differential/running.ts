import * as fc from 'fast-check';

/** How many operations, with ANODE_FUZZ, and from which seed, with ANODE_FUZZ_SEED; without either always the same. */
const asked = process.env['ANODE_FUZZ'];
const seed = Number(process.env['ANODE_FUZZ_SEED'] ?? (asked === undefined ? 1 : Date.now() % 2 ** 31));

interface Size {
  readonly operations: number;
  /** How many fields an operation selects of one thing, at most. */
  readonly width: number;
  /** How many connections are walked from end to end, each by pages of several sizes. */
  readonly walks: number;
}

/** Neo4j makes a plan for each new statement, which takes it longer than all else, and the longer the statement is. */
const sizes: Readonly<Record<string, Size>> = {
  embedded: { operations: 1850, width: 3, walks: 350 },
  neo4j: { operations: 150, width: 2, walks: 8 },
};

export function sizeFor(store: string): Size {
  const size = sizes[store]!;
  const factor = Number(asked ?? size.operations) / size.operations;
  return {
    ...size,
    operations: Math.ceil(size.operations * factor),
    walks: Math.ceil(size.walks * factor),
  };
}

/** How many things are asked of one graph, which takes a while to fill. */
const batch = 5;

/**
 * Draws graphs and several things to ask of each, at least `count` of them in all. Throws where one fails, with the
 * smallest graph and thing found that fail, too.
 */
export async function check<Graph, T>(
  count: number,
  graphs: fc.Arbitrary<Graph>,
  things: fc.Arbitrary<T>,
  fill: (graph: Graph) => Promise<void>,
  ask: (graph: Graph, thing: T) => Promise<void>,
): Promise<void> {
  // A thing that was drawn is only ever left out to see whether another one of its graph fails without it.
  const each = fc.option(things, { nil: undefined, freq: 1_000_000 });
  const size = Math.min(batch, count);
  let done = 0;
  const property = fc.asyncProperty(
    graphs,
    fc.array(each, { minLength: size, maxLength: size }),
    async (graph, drawn) => {
      await fill(graph);
      for (const thing of drawn) {
        if (thing !== undefined) await ask(graph, thing);
        done++;
      }
    },
  );
  const { failed, errorInstance, counterexamplePath, numShrinks } = await fc.check(property, {
    numRuns: Math.ceil(count / size),
    seed,
  });
  if (failed) {
    const where = `seed ${seed}, path ${counterexamplePath ?? ''}, shrunk ${numShrinks} times`;
    throw new Error(`${where}\n${(errorInstance as Error).message}`);
  }
  if (done < count) throw new Error(`Only ${done} of ${count} were asked.`);
}

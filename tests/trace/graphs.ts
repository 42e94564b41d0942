import type { GraphEdge, GraphNode, GraphProperties } from '../../src/model';

/** Numbers that are as good as random, the same for the same seed. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to 1, without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Some of a list, each with the same chance. */
  some<T>(list: readonly T[], chance: number): T[] {
    return list.filter(() => this.chance(chance));
  }
}

export interface ClaimOfTest {
  readonly id: string;
  readonly source: string;
  readonly attributedTo: readonly string[];
  readonly confidence: string;
  readonly validFrom: string | undefined;
  readonly validUntil: string | undefined;
}

/** A graph as the store gets it, and as the reference reads it. */
export interface GraphOfTest {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly entities: readonly string[];
  readonly facts: readonly GraphEdge[];
  readonly claims: ReadonlyMap<string, ClaimOfTest>;
  readonly sources: readonly string[];
  /** Of a source those that it cites, of a party those in which it speaks. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
  /** Sources that speak first-hand. */
  readonly originals: ReadonlySet<string>;
}

const entities = [
  ...['a', 'b', 'c', 'd', 'e'].map((slug) => `corporation/${slug}`),
  'country/x',
  'country/y',
  'partnership/p',
  'partnership/q',
  'plant/f',
];

/** The kinds of edges between kinds of nodes. */
const ways: readonly (readonly [type: string, from: string, to: string])[] = [
  ['OWNS', 'corporation', 'corporation'],
  ['SUPPLIES', 'corporation', 'corporation'],
  ['PARTICIPATES_IN', 'corporation', 'partnership'],
  ['HEADQUARTERED_IN', 'corporation', 'country'],
  ['OPERATES', 'corporation', 'plant'],
  ['BUILDS', 'partnership', 'plant'],
  ['LOCATED_IN', 'plant', 'country'],
];

const dates = ['2019', '2020-04', '2020-04-15', '2021', '2021-06-30', '2022', '2023-01', '2024'];
const sources = ['s', 't', 'u', 'v', 'w'].map((slug) => `source/${slug}`);
const parties = ['corporation/a', 'corporation/b'];

const kindOf: Readonly<Record<string, string>> = {
  corporation: 'Corporation',
  country: 'Country',
  partnership: 'Partnership',
  plant: 'Plant',
  claim: 'Claim',
  source: 'Source',
};

const node = (id: string, properties: GraphProperties = {}): GraphNode => ({
  id,
  kind: kindOf[id.split('/')[0]!]!,
  properties: { name: id, ...properties },
});

const edge = (type: string, from: string, to: string, properties: GraphProperties = {}): GraphEdge => ({
  type,
  from,
  to,
  properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
});

export function randomGraph(dice: Dice): GraphOfTest {
  const claims = new Map<string, ClaimOfTest>();
  const claim = (): ClaimOfTest => {
    const made = {
      id: `claim/${String(claims.size)}`,
      source: dice.pick(sources),
      attributedTo: dice.chance(0.2) ? [dice.pick([...parties, ...sources])] : [],
      confidence: dice.pick(['HIGH', 'HIGH', 'MEDIUM', 'LOW']),
      ...period(dice),
    };
    claims.set(made.id, made);
    return made;
  };
  const facts = ways.flatMap(([type, from, to]) => {
    const pairs = entities
      .filter((id) => id.startsWith(`${from}/`))
      .flatMap((a) => entities.filter((id) => id.startsWith(`${to}/`)).map((b) => [a, b] as const));
    return dice
      .some(pairs, 0.22)
      .filter(([a, b]) => a !== b || dice.chance(0.2))
      .map(([a, b]) => {
        const behind = Array.from({ length: 1 + dice.below(3) }, claim);
        const confidence = dice.chance(0.1) ? undefined : dice.pick(behind).confidence;
        return edge(type, a, b, {
          ...ofEdge(period(dice)),
          confidence,
          claimIds: behind.map(({ id }) => id),
        });
      });
  });
  const cites = sources.flatMap((from) =>
    dice.some(sources, 0.15).flatMap((to) => (from === to ? [] : edge('CITES', from, to))),
  );
  const published = dice.some(sources, 0.2).map((source) => edge('PUBLISHED_BY', source, dice.pick(parties)));
  const originals = new Set(dice.some(sources, 0.6));
  return graphOf(claims, facts, cites, published, originals);
}

function graphOf(
  claims: ReadonlyMap<string, ClaimOfTest>,
  facts: readonly GraphEdge[],
  cites: readonly GraphEdge[],
  published: readonly GraphEdge[],
  originals: ReadonlySet<string>,
): GraphOfTest {
  const behind = new Map<string, string[]>();
  const add = (of: string, to: string): void => void behind.set(of, [...(behind.get(of) ?? []), to]);
  for (const { from, to } of cites) add(from, to);
  for (const { from, to } of published) add(to, from);
  const claimNodes = [...claims.values()].map(({ id, source: _, attributedTo: __, ...own }) => node(id, own));
  const claimEdges = [...claims.values()].flatMap(({ id, source, attributedTo }) => [
    edge('STATED_BY', id, source),
    ...attributedTo.map((to) => edge('ATTRIBUTED_TO', id, to)),
    edge('ABOUT', id, 'corporation/a'),
  ]);
  return {
    nodes: [
      ...entities.map((id) => node(id)),
      ...sources.map((id) => node(id, originals.has(id) ? { lineage: 'ORIGINAL' } : {})),
      ...claimNodes,
    ],
    edges: [...facts, ...cites, ...published, ...claimEdges],
    entities,
    facts,
    claims,
    sources,
    behind,
    originals,
  };
}

function period(dice: Dice): { validFrom: string | undefined; validUntil: string | undefined } {
  const [a, b] = [dice.pick(dates), dice.pick(dates)].toSorted() as [string, string];
  return { validFrom: dice.chance(0.7) ? a : undefined, validUntil: dice.chance(0.3) ? b : undefined };
}

const ofEdge = ({ validFrom, validUntil }: ReturnType<typeof period>) => ({
  since: validFrom,
  until: validUntil,
});

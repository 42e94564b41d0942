import { readEndsOf, readFormerNames, readNamesOfKind, readVersion } from '../../cypher';
import type { GraphModel } from '../../model';
import type { GraphStore } from '../../store';
import type { Decisions } from '../curation';
import { KnownGraph } from '../ingest/surroundings';
import { joined, spell, type Spelling } from './spelling';

/** Whether a name is the usual one, another one, or one that it had until some day. */
export type NameKind = 'NAME' | 'ALIAS' | 'FORMER_NAME';

export interface KnownName {
  readonly id: string;
  readonly kind: NameKind;
  readonly spelling: Spelling;
}

/** Who is who: the names of all that is of some kinds, where each is at home, and what was decided about them. */
export interface Roster {
  readonly names: readonly KnownName[];
  readonly index: NameIndex;
  readonly countries: ReadonlyMap<string, string>;
  readonly decisions: Decisions;
}

/** Finds the names that may be like another one without looking at all. */
export class NameIndex {
  private readonly byKey = new Map<string, KnownName[]>();

  constructor(names: readonly KnownName[]) {
    for (const name of names) this.add(name);
  }

  add(name: KnownName): void {
    for (const key of keysOf(name.spelling)) {
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, [name]);
      else known.push(name);
    }
  }

  near(spelling: Spelling): ReadonlySet<KnownName> {
    const near = new Set<KnownName>();
    for (const key of [...keysOf(spelling), ...neighboursOf(spelling)])
      for (const name of this.byKey.get(key) ?? []) near.add(name);
    return near;
  }
}

/** Names so many letters apart in length are no close spellings of each other. */
const band = 3;

const bandOf = ({ core }: Spelling): number => Math.floor(joined(core).length / band);
const sizeKey = ({ words }: Spelling, own: number): string => `size ${String(words.length)} ${String(own)}`;

/** Whatever two names have in common that are alike in any way. */
const keysOf = (spelling: Spelling): readonly string[] => [
  ...new Set([
    `whole ${joined(spelling.folded)}`,
    `whole ${joined(spelling.plain)}`,
    `whole ${joined(spelling.core)}`,
    `first ${spelling.words[0]!}`,
    ...spelling.initials.map((initials) => `whole ${initials}`),
    sizeKey(spelling, bandOf(spelling)),
  ]),
];

const neighboursOf = (spelling: Spelling): readonly string[] =>
  [-1, 1].map((step) => sizeKey(spelling, bandOf(spelling) + step));

interface Kept {
  readonly version: number;
  readonly rosters: Map<string, Promise<Roster>>;
}

/** Those that were read of a store, until somebody writes to it. */
const kept = new WeakMap<object, Kept>();

/** The roster of some kinds, by their names in the model; read anew when the graph has changed. */
export async function rosterOf(
  model: GraphModel,
  store: Pick<GraphStore, 'read'>,
  kinds: readonly string[],
): Promise<Roster> {
  const [lock] = await store.read(readVersion);
  const version = (lock?.['version'] as number | undefined) ?? 0;
  let own = kept.get(store);
  if (own?.version !== version) kept.set(store, (own = { version, rosters: new Map() }));
  const key = kinds.toSorted().join();
  const known = own.rosters.get(key) ?? readRoster(model, store, kinds, version);
  own.rosters.set(key, known);
  // One that could not be read is asked for again.
  known.catch(() => own.rosters.delete(key));
  return known;
}

async function readRoster(
  model: GraphModel,
  store: Pick<GraphStore, 'read'>,
  kinds: readonly string[],
  version: number,
): Promise<Roster> {
  const names = await readNames(model, store, kinds);
  const countries = new Map<string, string>();
  for (const kind of kinds) {
    const home = model.type(kind).relation('country');
    if (home !== undefined)
      for (const row of await store.read(readEndsOf(kind, home.edge.type)))
        countries.set(row['from'] as string, row['to'] as string);
  }
  const known = new KnownGraph(model);
  await known.refresh(version, (statement) => store.read(statement));
  return { names, index: new NameIndex(names), countries, decisions: known.decided };
}

/** The names of all that is of some kinds, and those that they had. */
export async function readNames(
  model: GraphModel,
  store: Pick<GraphStore, 'read'>,
  kinds: readonly string[],
): Promise<readonly KnownName[]> {
  const names: KnownName[] = [];
  for (const kind of kinds)
    for (const row of await store.read(readNamesOfKind(kind))) {
      const aliases = (row['aliases'] as string[] | null) ?? [];
      names.push(...knownNames(row['id'] as string, row['name'] as string, aliases));
    }
  return [...names, ...(await formerNames(model, store, kinds))];
}

export const knownNames = (id: string, name: string, aliases: readonly string[]): KnownName[] => [
  { id, kind: 'NAME', spelling: spell(name) },
  ...aliases.map((alias): KnownName => ({ id, kind: 'ALIAS', spelling: spell(alias) })),
];

/** A roster that names are added to; it does not know where anybody is at home. */
export interface GrowingRoster {
  readonly roster: Roster;
  readonly add: (name: KnownName) => void;
}

export function growingRoster(names: readonly KnownName[], decisions: Decisions): GrowingRoster {
  const index = new NameIndex(names);
  return {
    roster: { names, index, countries: new Map(), decisions },
    add: (name) => {
      index.add(name);
    },
  };
}

/** The names that events of identity tell of. */
async function formerNames(
  model: GraphModel,
  store: Pick<GraphStore, 'read'>,
  kinds: readonly string[],
): Promise<KnownName[]> {
  const { type } = model.type('IdentityEvent').relation('predecessors')!.edge;
  return (await store.read(readFormerNames('IdentityEvent', type)))
    .map((row) => [row['id'] as string, row['name'] as string] as const)
    .filter(([id]) => kinds.includes(model.kindOfId(id)!.name))
    .map(([id, name]) => ({ id, kind: 'FORMER_NAME' as const, spelling: spell(name) }));
}

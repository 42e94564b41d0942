import { readEndsOf, readFormerNames, readNamesOfKind, readVersion } from '../../cypher';
import type { GraphModel } from '../../model';
import type { Row, Statement } from '../../store';
import type { SharedStore } from '../../trace';
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

  /** All names, in the order in which they were added. */
  readonly names: KnownName[] = [];

  add(name: KnownName): void {
    this.names.push(name);
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
  store: SharedStore,
  kinds: readonly string[],
): Promise<Roster> {
  const [lock] = await store.read(readVersion);
  const version = (lock?.['version'] as number | undefined) ?? 0;
  let own = kept.get(store.source);
  if (own?.version !== version) kept.set(store.source, (own = { version, rosters: new Map() }));
  const key = kinds.toSorted().join();
  const known = own.rosters.get(key) ?? readRoster(model, store.forAll, kinds, version);
  own.rosters.set(key, known);
  // One that could not be read is asked for again.
  known.catch(() => own.rosters.delete(key));
  return known;
}

async function readRoster(
  model: GraphModel,
  store: SharedStore,
  kinds: readonly string[],
  version: number,
): Promise<Roster> {
  const index = new NameIndex(await readNames(model, (statement) => rowsInTurn(store, statement), kinds));
  const countries = new Map<string, string>();
  for (const kind of kinds) {
    const home = model.type(kind).relation('country');
    if (home !== undefined)
      for await (const rows of store.stream(readEndsOf(kind, home.edge.type)))
        for (const row of rows) countries.set(row['from'] as string, row['to'] as string);
  }
  const known = new KnownGraph(model);
  await known.refresh(version, (statement) => store.read(statement));
  return { index, countries, decisions: known.decided };
}

async function* rowsInTurn(store: SharedStore, statement: Statement): AsyncGenerator<Row> {
  for await (const rows of store.stream(statement))
    for (const row of rows) {
      if (store.turn.isOver()) await store.turn.next();
      yield row;
    }
}

/** The names of all that is of some kinds, and those that they had. */
export async function readNames(
  model: GraphModel,
  rowsOf: (statement: Statement) => AsyncIterable<Row>,
  kinds: readonly string[],
): Promise<readonly KnownName[]> {
  const names: KnownName[] = [];
  for (const kind of kinds)
    for await (const row of rowsOf(readNamesOfKind(kind))) {
      const aliases = (row['aliases'] as string[] | null) ?? [];
      names.push(...knownNames(row['id'] as string, row['name'] as string, aliases));
    }
  for await (const row of rowsOf(readFormerNames('IdentityEvent', predecessorsOf(model)))) {
    const id = row['id'] as string;
    if (kinds.includes(model.kindOfId(id)!.name))
      names.push({ id, kind: 'FORMER_NAME', spelling: spell(row['name'] as string) });
  }
  return names;
}

/** The type of the edges to those of which events of identity tell a former name. */
const predecessorsOf = (model: GraphModel): string =>
  model.type('IdentityEvent').relation('predecessors')!.edge.type;

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
    roster: { index, countries: new Map(), decisions },
    add: (name) => {
      index.add(name);
    },
  };
}

import { readEndsOf, readFormerNames, readNamesOfKind, readVersion } from '../../cypher';
import type { GraphModel } from '../../model';
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
  const index = new NameIndex();
  const countries = new Map<string, string>();
  for (const kind of kinds) {
    for await (const rows of store.stream(readNamesOfKind(kind)))
      for (const row of rows) {
        if (store.turn.isOver()) await store.turn.next();
        const id = row['id'] as string;
        index.add({ id, kind: 'NAME', spelling: spell(row['name'] as string) });
        for (const alias of (row['aliases'] as string[] | null) ?? [])
          index.add({ id, kind: 'ALIAS', spelling: spell(alias) });
      }
    const home = model.type(kind).relation('country');
    if (home !== undefined)
      for await (const rows of store.stream(readEndsOf(kind, home.edge.type)))
        for (const row of rows) countries.set(row['from'] as string, row['to'] as string);
  }
  for (const name of await formerNames(model, store, kinds)) index.add(name);
  const known = new KnownGraph(model);
  await known.refresh(version, (statement) => store.read(statement));
  return { index, countries, decisions: known.decided };
}

/** The names that events of identity tell of. */
async function formerNames(
  model: GraphModel,
  store: SharedStore,
  kinds: readonly string[],
): Promise<KnownName[]> {
  const { type } = model.type('IdentityEvent').relation('predecessors')!.edge;
  return (await store.read(readFormerNames('IdentityEvent', type)))
    .map((row) => [row['id'] as string, row['name'] as string] as const)
    .filter(([id]) => kinds.includes(model.kindOfId(id)!.name))
    .map(([id, name]) => ({ id, kind: 'FORMER_NAME' as const, spelling: spell(name) }));
}

import { badInput } from '../../errors';
import { factKinds } from '../../model';
import { checkPageSize, type FoundObject } from '../../plan';
import { checkKnown, type Place } from '../../trace';
import { match, type Match } from './match';
import { rosterOf } from './roster';

/** The arguments of `resolve` as the schema coerces them. */
export interface ResolveArguments {
  readonly names: readonly string[];
  readonly kinds?: readonly string[] | null;
  readonly country?: string | null;
  readonly first?: number | null;
}

const mostNames = 1_000;
/** So many candidates of a name are shown where a request does not say. */
const defaultCandidates = 5;

/** The value of `resolve`. Throws AnodeErrors for arguments that cannot be meant, and for a country that is not there. */
export async function resolve(place: Place, args: ResolveArguments): Promise<FoundObject> {
  const { model, store, limits, path } = place;
  const { names } = args;
  checkNames(`${path}.names`, names);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultCandidates, limits);
  const country = args.country ?? undefined;
  if (country !== undefined) await checkKnown(store, { [`${path}.country`]: [country] });
  const known = new Set(factKinds(model).map(({ name }) => name));
  const kinds = (args.kinds ?? ['Corporation']).filter((kind) => known.has(kind));
  const roster = await rosterOf(model, store, kinds);
  const matches = names.map((name) => match(roster, name, country));
  const count = (status: Match['status']): number => matches.filter((own) => own.status === status).length;
  return {
    matches: matches.map((own) => shown(own, first)),
    matched: count('MATCHED'),
    ambiguous: count('AMBIGUOUS'),
    unmatched: count('UNMATCHED'),
  };
}

function shown({ name, status, candidates }: Match, first: number): FoundObject {
  const [best] = candidates;
  return {
    name,
    status,
    entity: status === 'MATCHED' ? best!.id : undefined,
    score: best?.score,
    candidates: candidates.slice(0, first).map(({ id, score, features }) => ({
      entity: id,
      score,
      features: features.map((feature) => ({ ...feature })),
    })),
  };
}

function checkNames(argument: string, names: readonly string[]): void {
  const allowed = `1 to ${String(mostNames)} names that are not empty`;
  if (names.length === 0 || names.length > mostNames)
    throw badInput(argument, `has ${String(names.length)}`, names.length, allowed);
  if (names.some((name) => name.trim() === '')) throw badInput(argument, 'has an empty one', '', allowed);
}

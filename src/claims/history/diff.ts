import { firstDay, lastDay, type GraphModel } from '../../model';
import type { FoundObject } from '../../plan';
import { checkKnown, type Place } from '../../trace';
import type { ClaimRecord } from '../evidence';
import { factsOf, type Fact } from '../facts';
import { resolve, sameValue } from '../resolve';
import { weightsOf } from '../weights';
import { checkDates, checkIds } from './arguments';
import { statementsAbout, type Statements } from './statements';

/** The arguments of `diff` as the schema coerces them. */
export interface DiffArguments {
  readonly of: readonly string[];
  readonly between: { readonly from: string; readonly to: string };
}

/** The value of `diff`. Throws AnodeErrors for arguments that cannot be meant and for ids that are not there. */
export async function diff(
  { model, store, path }: Place,
  { of, between }: DiffArguments,
): Promise<FoundObject> {
  checkIds(`${path}.of`, of);
  checkDates(`${path}.between.to`, between.from, between.to);
  await checkKnown(store, { [`${path}.of`]: of });
  const statements = await statementsAbout(model, store, of);
  const [before, after] = [between.from, between.to].map((date) => heldOn(model, statements, lastDay(date)));
  const keys = [...new Set([...before!.keys(), ...after!.keys()])].toSorted();
  return { changes: keys.flatMap((key) => changeOf(before!.get(key), after!.get(key)) ?? []) };
}

/** The facts of a day by what they are about: for a property its value, for an edge that it is there. */
function heldOn(
  model: GraphModel,
  { claims, lineage, decisions }: Statements,
  day: string,
): ReadonlyMap<string, Fact> {
  const weights = weightsOf(claims, lineage, decisions);
  const held = claims.filter((claim) => holdsOn(claim, day));
  const facts = factsOf(model, held, (rivals) => resolve(rivals, weights));
  return new Map(facts.map((fact) => [keyOf(fact), fact]));
}

/** One without a beginning has always held, one without an end still does, as in `@asOf`. */
const holdsOn = ({ validFrom, validUntil }: ClaimRecord, day: string): boolean =>
  (validFrom === undefined || firstDay(validFrom) <= day) &&
  (validUntil === undefined || lastDay(validUntil) >= day);

const keyOf = (fact: Fact): string =>
  fact.kind === 'property'
    ? [fact.subject, fact.property.name].join('\n')
    : [fact.from, fact.type, fact.to].join('\n');

function changeOf(before: Fact | undefined, after: Fact | undefined): FoundObject | undefined {
  const [was, is] = [before, after].map((fact) => fact && valueOf(fact));
  if (was === is) return undefined;
  const fact = (after ?? before)!;
  const { subject, property, value } = fact.resolution.shown;
  return {
    kind: changeKind(before, after),
    subject,
    property,
    ...(fact.kind === 'edge' ? { object: value } : { before: was, after: is }),
    claimsBefore: claimsBehind(before),
    claimsAfter: claimsBehind(after),
  };
}

function changeKind(before: Fact | undefined, after: Fact | undefined): string {
  if (before === undefined) return 'APPEARED';
  return after === undefined ? 'DISAPPEARED' : 'CHANGED';
}

/** The claims that say what is shown; of a list or an edge, all. */
function claimsBehind(fact: Fact | undefined): string[] {
  if (fact === undefined) return [];
  const isWhole = fact.kind === 'edge' || fact.property.list;
  const { shown } = fact.resolution;
  return fact.claims.filter((claim) => isWhole || sameValue(claim, shown)).map(({ id }) => id);
}

/** Of a list, all values; of an edge, where it leads. */
function valueOf({ kind, ...fact }: Fact): string {
  if (kind === 'property' && 'property' in fact && fact.property.list)
    return [...new Set(fact.claims.map(({ value }) => value))].toSorted().join('; ');
  const { value, unit } = fact.resolution.shown;
  return kind === 'edge' || unit === undefined ? value : `${value} ${unit}`;
}

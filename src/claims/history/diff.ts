import { AnodeError } from '../../errors';
import { isDayWithin, lastDay, type GraphModel } from '../../model';
import type { FoundObject } from '../../plan';
import { checkKnown, type Place } from '../../trace';
import type { ClaimRecord } from '../evidence';
import { factsOf, type Fact } from '../facts';
import { resolve, sameValue } from '../resolve';
import { weightsOf } from '../weights';
import { checkDates, checkIds, checkInstants } from './arguments';
import { statementsAbout, type Statements } from './statements';

/** The arguments of `diff` as the schema coerces them. */
export interface DiffArguments {
  readonly of: readonly string[];
  readonly between?: Range | null;
  readonly known?: Range | null;
}

interface Range {
  readonly from: string;
  readonly to: string;
}

/** The value of `diff`. Throws AnodeErrors for arguments that cannot be meant and for ids that are not there. */
export async function diff(
  { model, store, path }: Place,
  { of, between, known }: DiffArguments,
): Promise<FoundObject> {
  checkIds(`${path}.of`, of);
  if (between) checkDates(`${path}.between.to`, between.from, between.to);
  if (known) checkInstants(`${path}.known.to`, known.from, known.to);
  if (!between && !known) throw withoutTimes(path);
  await checkKnown(store, { [`${path}.of`]: of });
  const statements = await statementsAbout(model, store, of);
  const [before, after] = (['from', 'to'] as const).map((end) =>
    heldAt(model, statements, { day: between ? lastDay(between[end]) : undefined, known: known?.[end] }),
  );
  const keys = [...new Set([...before!.keys(), ...after!.keys()])].toSorted();
  return { changes: keys.flatMap((key) => changeOf(before!.get(key), after!.get(key)) ?? []) };
}

function withoutTimes(argument: string): AnodeError {
  const allowed = 'between or known, or both';
  const message = `${argument} has no two times to compare; give it ${allowed}.`;
  return new AnodeError('BAD_USER_INPUT', message, { argument, given: null, allowed });
}

/** What facts are asked of; each part that is left out, as in `@asOf`. */
interface Time {
  /** The day that claims are to hold for; otherwise those of all periods count. */
  readonly day: string | undefined;
  /** The instant by which they were known; otherwise what is known now. */
  readonly known: string | undefined;
}

/** The facts of a time by what they are about: for a property its value, for an edge that it is there. */
function heldAt(
  model: GraphModel,
  { claims, lineage, decisions }: Statements,
  time: Time,
): ReadonlyMap<string, Fact> {
  const decided = time.known === undefined ? decisions : decisions.asKnown(time.known);
  const weights = weightsOf(claims, lineage, decided);
  const held = decided.counted(claims.filter((claim) => holdsAt(claim, time)).map(asStanding));
  const facts = factsOf(model, held, (rivals) => resolve(rivals, weights));
  return new Map(facts.map((fact) => [keyOf(fact), fact]));
}

const holdsAt = (claim: ClaimRecord, { day, known }: Time): boolean =>
  (day === undefined || isDayWithin(day, claim.validFrom, claim.validUntil)) && isKnown(claim, known);

/** What was withdrawn was known until then; where nobody knows when, never. */
function isKnown({ status, enteredAt, withdrawnAt }: ClaimRecord, known: string | undefined): boolean {
  if (known === undefined) return status !== 'WITHDRAWN';
  if (enteredAt > known) return false;
  return status !== 'WITHDRAWN' || (withdrawnAt !== undefined && withdrawnAt > known);
}

const asStanding = (claim: ClaimRecord): ClaimRecord =>
  claim.status === 'WITHDRAWN' ? { ...claim, status: 'STANDING' } : claim;

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

import { claimedProperty, type GraphModel, type PropertyDeclaration, type Relation } from '../../model';
import { claimableEdgeProperties, claimableNames, claimableRelation } from '../claimable';
import type { ClaimRecord } from '../evidence';
import { declaredEdgeProperties, expectationOf, pairsOf } from '../values';
import type { Check, Context, Ids } from './check';
import type { Complaints } from './complaints';
import { decisionChecks } from './decision-checks';
import type { SeedRows } from './rows';
import type { Located } from './table';

/** Those that look at one row alone. */
const checksOfRows: readonly Check[] = [
  referencesExist,
  periodsEndAfterTheyBegin,
  onlyWhatIsWithdrawnSaysWhen,
  claimsFitTheModel,
  contradictionsFitTheModel,
  ...decisionChecks,
];

/** Complains of what is wrong with rows whatever other rows say. */
export function checkEachRow(model: GraphModel, seed: SeedRows, ids: Ids, complaints: Complaints): void {
  for (const check of checksOfRows) check(seed, { model, ids, complaints });
}

export function checkRows(
  model: GraphModel,
  seed: SeedRows,
  known: ReadonlySet<string>,
  complaints: Complaints,
): void {
  const own = [...seed.entities, ...seed.sources, ...seed.claims].map(({ row }) => row.id);
  const context = { model, ids: new Set([...known, ...own]), complaints };
  idsAreUnique(seed, context);
  checkEachRow(model, seed, context.ids, complaints);
}

function idsAreUnique(seed: SeedRows, { complaints }: Context): void {
  const seen = new Set<string>();
  for (const { row, at } of [...seed.entities, ...seed.sources, ...seed.claims, ...seed.decisions]) {
    if (seen.has(row.id)) complaints.add(at('id'), row.id, 'an id that no other row has');
    seen.add(row.id);
  }
  for (const { row, at } of seed.contradictions) {
    // Its id is made of these.
    const { reference, kind, subject, property } = row;
    const given = [reference, kind, subject, property].filter((part) => part !== undefined).join(', ');
    if (seen.has(row.id)) complaints.add(at(), given, 'a reference, kind, subject and property of its own');
    seen.add(row.id);
  }
}

function referencesExist(seed: SeedRows, { ids, complaints }: Context): void {
  const expect = (
    located: Located<unknown>,
    column: string,
    references: readonly (string | undefined)[],
  ): void => {
    for (const id of references) {
      if (id !== undefined && !ids.has(id))
        complaints.add(located.at(column), id, 'the id of something that exists');
    }
  };
  for (const source of seed.sources) {
    expect(source, 'party', [source.row.party]);
    expect(source, 'cites', source.row.cites);
  }
  for (const claim of seed.claims) {
    expect(claim, 'subject', [claim.row.subject]);
    expect(claim, 'source', [claim.row.source]);
    expect(claim, 'attributed_to', claim.row.attributedTo);
  }
  for (const contradiction of seed.contradictions) {
    expect(contradiction, 'subject', [contradiction.row.subject]);
    expect(contradiction, 'sides', contradiction.row.sides);
  }
  for (const decision of seed.decisions) {
    expect(decision, 'claim', [decision.row.claim]);
    expect(decision, 'entities', decision.row.entities);
  }
}

function periodsEndAfterTheyBegin(seed: SeedRows, { complaints }: Context): void {
  for (const { row, at } of seed.claims) {
    const { validFrom, validUntil } = row;
    if (validFrom === undefined || validUntil === undefined) continue;
    // Of different precision, the shorter one stands for all that it begins.
    if (validUntil < validFrom && !validFrom.startsWith(validUntil)) {
      complaints.add(at('valid_until'), validUntil, `a date that is not before ${validFrom}`);
    }
  }
}

function onlyWhatIsWithdrawnSaysWhen(seed: SeedRows, { complaints }: Context): void {
  for (const { row, at } of seed.claims) {
    const { status, enteredAt, withdrawnAt } = row;
    if (withdrawnAt === undefined) continue;
    if (status !== 'WITHDRAWN')
      complaints.add(at('withdrawn_at'), withdrawnAt, 'nothing: the status is not WITHDRAWN');
    else if (withdrawnAt < enteredAt)
      complaints.add(at('withdrawn_at'), withdrawnAt, `a time that is not before ${enteredAt}`);
  }
}

function claimsFitTheModel(seed: SeedRows, context: Context): void {
  for (const claim of seed.claims) {
    const kind = context.model.kindOfId(claim.row.subject)!;
    const property = claimedProperty(kind, claim.row.property);
    const relation = claimableRelation(kind, claim.row.property);
    if (property !== undefined) checkValue(claim, property, context);
    else if (relation !== undefined) checkEnd(claim, relation, context);
    else {
      const expected = `a property or relation of ${kind.name}: ${claimableNames(kind).join(', ')}`;
      context.complaints.add(claim.at('property'), claim.row.property, expected);
    }
  }
}

function checkValue(
  claim: Located<ClaimRecord>,
  property: PropertyDeclaration,
  { complaints }: Context,
): void {
  const { value, unit, edge } = claim.row;
  const expected = expectationOf(property.type, value);
  if (expected !== undefined) complaints.add(claim.at('value'), value, expected);
  const { quantity } = property;
  if (quantity?.unit !== undefined && unit !== quantity.unit)
    complaints.add(claim.at('unit'), unit ?? '', quantity.unit);
  if (quantity?.unitIn !== undefined && unit === undefined)
    complaints.add(claim.at('unit'), '', 'a unit or a currency');
  if (quantity === undefined && unit !== undefined)
    complaints.add(claim.at('unit'), unit, `nothing: ${property.name} has no unit`);
  if (edge !== undefined) complaints.add(claim.at('edge'), edge, 'nothing: the claim is about a property');
}

function checkEnd(
  claim: Located<ClaimRecord>,
  relation: Relation,
  { model, ids, complaints }: Context,
): void {
  const { subject, property, value, edge } = claim.row;
  const kind = model.kindOfId(value);
  const { kinds } = model.type(relation.target);
  if (kind === undefined || !ids.has(value) || !kinds.includes(kind.name)) {
    complaints.add(claim.at('value'), value, `the id of a ${relation.target} that exists`);
  }
  const declared = claimableEdgeProperties(declaredEdgeProperties(model, subject, property));
  const pairs = pairsOf(edge ?? '');
  for (const [at, [name, text]] of pairs.entries()) {
    const own = declared.find((candidate) => candidate.name === name);
    const names = declared.map((candidate) => candidate.name).join(', ') || 'no properties';
    const isNew = pairs.findIndex(([other]) => other === name) === at;
    const fits = own !== undefined && isNew;
    const expected = fits ? expectationOf(own.type, text) : `name=value with ${names}, each at most once`;
    if (expected !== undefined) complaints.add(claim.at('edge'), `${name}=${text}`, expected);
  }
}

function contradictionsFitTheModel(seed: SeedRows, { model, complaints }: Context): void {
  for (const { row, at } of seed.contradictions) {
    const kind = model.kindOfId(row.subject)!;
    const { property } = row;
    if (
      property !== undefined &&
      kind.property(property) === undefined &&
      kind.relation(property) === undefined
    ) {
      complaints.add(at('property'), property, `a property or relation of ${kind.name}`);
    }
    if (row.sides.length === 0) complaints.add(at('sides'), '', 'at least one claim');
  }
}

import * as fc from 'fast-check';
import type { ClaimRecord, DecisionRecord, Evidence, SourceRecord } from '../../../src/claims/evidence';
import type { NodeKind, Policy, PropertyDeclaration, Relation } from '../../../src/model';
import { from } from '../vocabulary';
import { model } from './model';

/** What an operation is asked of; what is not there, its directives leave out. */
export interface Reading {
  readonly valid?: string | undefined;
  readonly known?: string | undefined;
  readonly policy?: Policy | undefined;
  readonly exclude?: readonly string[] | undefined;
}

const sourceIds = ['source/a', 'source/b', 'source/c', 'source/d'];
const dates = ['2020', '2021', '2021-06', '2021-06-15', '2022', '2022-02', '2023-12-31'];
const instants = ['2024-01-01', '2024-06-01', '2025-01-01'].map((day) => `${day}T00:00:00.000Z`);
const values: Readonly<Record<string, readonly string[]>> = {
  text: ['a', 'b', 'A', 'é', '電池', '|', '$p0'],
  int: ['0', '1', '2', '10', '-1'],
  decimal: ['0', '0.5', '1', '1.0', '1.5', '-0.25', '10'],
  flag: ['true', 'false'],
  date: ['2024', '2024-09', '1999'],
};

const entities = model.kinds
  .filter(({ evidence }) => !evidence)
  .flatMap(({ slug }) => ['b', 'a'].map((end) => `${slug}/${end}`));

const valueOf = ({ type }: Pick<PropertyDeclaration, 'type'>): fc.Arbitrary<string> =>
  fc.constantFrom(...(typeof type === 'object' ? Object.keys(type.values) : values[type]!));

type Stated = Pick<ClaimRecord, 'subject' | 'property' | 'value' | 'unit' | 'qualifier' | 'edge'>;

const kindOf = (id: string): NodeKind => model.kindOfId(id)!;

/** Units and wordings come from the claims about the number. */
const derived = ['id', 'name', 'aliases', 'currency', 'wording'];

/** Of what both properties and relations can be claimed. */
const subjects = entities.filter((id) => kindOf(id).name !== 'Place');

const aboutProperty = from(subjects).chain((subject): fc.Arbitrary<Stated> => {
  const properties = kindOf(subject).properties.filter(
    ({ name, derived: made }) => made === undefined && !derived.includes(name),
  );
  return from(properties).chain((property) =>
    fc.record({
      subject: fc.constant(subject),
      property: fc.constant(property.name),
      value: valueOf(property),
      unit: property.quantity === undefined ? fc.constant(undefined) : fc.constantFrom('EUR', 'JPY'),
      qualifier:
        property.quantity === undefined ? fc.constant(undefined) : fc.constantFrom(undefined, 'ABOUT'),
    }),
  );
});

const claimable = (kind: NodeKind): Relation[] =>
  kind.relations.filter(({ edge }) => edge.citations.length > 0);

const aboutRelation: fc.Arbitrary<Stated> = fc.constantFrom(...subjects).chain((subject) =>
  fc.constantFrom(...claimable(kindOf(subject))).chain((relation) => {
    const ends = entities.filter((id) => model.type(relation.target).kinds.includes(kindOf(id).name));
    return fc.record({
      subject: fc.constant(subject),
      property: fc.constant(relation.name),
      value: fc.constantFrom(...ends),
      edge: edgeOf(relation),
    });
  }),
);

/** `share=0.5; times=1` */
function edgeOf({ edge }: Relation): fc.Arbitrary<string | undefined> {
  const own = edge.properties.filter(
    ({ name }) => !['since', 'until', 'confidence', 'sourceCount', 'originCount'].includes(name),
  );
  if (own.length === 0) return fc.constant(undefined);
  const some = own.map((property) =>
    fc.option(valueOf(property), { nil: undefined }).map((value) => value && `${property.name}=${value}`),
  );
  return fc.tuple(...some).map((pairs) => {
    const given = pairs.filter((pair) => pair !== undefined);
    return given.length === 0 ? undefined : given.join('; ');
  });
}

const period = fc
  .tuple(fc.option(fc.constantFrom(...dates)), fc.option(fc.constantFrom(...dates)))
  .map(([from, until]) => ({
    validFrom: from ?? undefined,
    validUntil: until === null || (from !== null && until < from) ? undefined : until,
  }));

const claims: fc.Arbitrary<ClaimRecord[]> = fc
  .array(
    fc.record({
      stated: fc.oneof(aboutProperty, aboutRelation, aboutRelation),
      period,
      confidence: fc.constantFrom('HIGH', 'MEDIUM', 'LOW'),
      status: fc.constantFrom('STANDING', 'STANDING', 'SUPERSEDED', 'DISPUTED', 'WITHDRAWN'),
      source: fc.constantFrom(...sourceIds),
      attributedTo: fc.oneof(fc.constant([]), fc.subarray([...sourceIds, 'firm/a'], { maxLength: 2 })),
      enteredAt: fc.constantFrom(...instants.slice(0, 2)),
      withdrawnAt: fc.option(fc.constantFrom(...instants.slice(1)), { nil: undefined }),
    }),
    { minLength: 30, maxLength: 80, size: 'max' },
  )
  .map((drawn) =>
    drawn.map(({ stated, period: time, withdrawnAt, status, ...own }, at) => ({
      id: `claim/c${String(at).padStart(2, '0')}`,
      ...stated,
      ...time,
      ...own,
      status,
      withdrawnAt: status === 'WITHDRAWN' ? withdrawnAt : undefined,
    })),
  );

const sources: fc.Arbitrary<SourceRecord[]> = fc.tuple(
  ...sourceIds.map((id) =>
    fc.record({
      id: fc.constant(id),
      name: fc.constant(id),
      aliases: fc.constant([]),
      published: fc.option(fc.constantFrom('2023', '2024-01', '2024-02-01'), { nil: undefined }),
      lineage: fc.option(fc.constantFrom('ORIGINAL', 'ORIGINAL', 'UNKNOWN'), { nil: undefined }),
      cites: fc.subarray(
        sourceIds.filter((other) => other !== id),
        { maxLength: 1 },
      ),
    }),
  ),
);

const decided = fc.array(
  fc.record({
    verdict: fc.constantFrom('PREFER', 'DISMISS'),
    of: fc.nat(),
    decidedAt: fc.constantFrom(...instants.slice(0, 2)),
    withdrawnAt: fc.option(fc.constantFrom(...instants.slice(1)), { nil: undefined }),
  }),
  { maxLength: 30 },
);

/** A few dozen claims about a few entities, so that they meet, and what was decided about some of them. */
export const evidence: fc.Arbitrary<Evidence> = fc.record({ sources, claims, decided }).map((drawn) => ({
  sources: drawn.sources,
  claims: drawn.claims,
  decisions: drawn.decided.map(({ of, ...own }, at): DecisionRecord => ({
    ...own,
    id: `decision/d${String(at).padStart(2, '0')}`,
    claim: drawn.claims[of % drawn.claims.length]!.id,
    entities: [],
    reason: 'Looked into.',
    curator: 'c',
    features: [],
  })),
  entities: entities.map((id, at) => ({ id, name: ['x', 'y', 'z'][at % 3]!, aliases: [] })),
  contradictions: [],
}));

const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

export const readings: fc.Arbitrary<Reading> = fc.record({
  valid: perhaps(fc.constantFrom('2019', '2020-06', '2021-06-15', '2022-02-28', '2022-02', '2024')),
  known: perhaps(fc.constantFrom('2023-01-01T00:00:00.000Z', ...instants)),
  policy: perhaps(fc.constantFrom<Policy>('DEFAULT', 'MOST_CORROBORATED', 'HIGHEST_CONFIDENCE', 'LATEST')),
  exclude: perhaps(fc.subarray(sourceIds)),
});

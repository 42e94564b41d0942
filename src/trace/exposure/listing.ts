import type { GraphModel } from '../../model';
import { encodeCursor, foundPage, readCursor, type FoundObject } from '../../plan';
import { accountOf } from './account';
import type { Attributing, Contribution } from './attribution';
import { chainOf } from './chain';
import { unitOf } from './figures';
import { rounded, roundedRange } from './ranges';
import type { ExposureRequest } from './request';
import type { Company } from './facts';

/** A page of contributions, the largest at most first, then the largest at least, then by the ids of what counts and of the owner. */
export function pageOf(
  model: GraphModel,
  { division, contributions }: Attributing,
  companies: ReadonlyMap<string, Company>,
  request: ExposureRequest,
  nameOf: (id: string) => string,
  after: Key | undefined,
): FoundObject {
  const { parts, first, by } = request;
  const listed = contributions
    .filter(({ part }) => parts?.includes(part) ?? true)
    .map((contribution) => ({ contribution, key: keyOfContribution(contribution) }))
    .toSorted((a, b) => compare(a.key, b.key));
  const following = after === undefined ? listed : listed.filter(({ key }) => compare(key, after) > 0);
  const edges = following.slice(0, first).map(({ contribution, key }) => {
    const chain = chainOf(contribution, division, companies);
    const account = accountOf(contribution, chain, request, nameOf);
    return {
      node: shownContribution(model, contribution, chain, account, unitOf[by]),
      cursor: encodeCursor(identity, key),
    };
  });
  return {
    ...foundPage(edges, {
      hasNextPage: following.length > edges.length,
      hasPreviousPage: following.length < listed.length,
    }),
    totalCount: listed.length,
  };
}

function shownContribution(
  model: GraphModel,
  { counted, owner, country, part, fraction, amount }: Contribution,
  chain: ReturnType<typeof chainOf>,
  { text, footnotes, numbers }: ReturnType<typeof accountOf>,
  unit: string,
): FoundObject {
  const { thing, qualifier, amountClaims, statusClaims } = counted;
  // The plant is what counts, or it is what a supply comes from.
  const ofKind = (kind: string) =>
    [thing.node, owner].find((id) => id !== undefined && model.kindOfId(id)?.name === kind);
  return {
    of: thing.node,
    plant: ofKind('Plant'),
    owner: owner === ofKind('Plant') ? undefined : owner,
    country: country?.id,
    part,
    amount: { ...roundedRange(amount), unit },
    fraction: roundedRange(fraction),
    ofPlant: { ...roundedRange(counted.amount), unit },
    qualifier,
    chain: chain.map((link, at) => ({
      owner: link.owner,
      owned: link.owned === thing.id ? thing.node : link.owned,
      kind: link.kind,
      through: link.through,
      share: link.share,
      fraction: roundedRange(link.part),
      claims: link.claimIds,
      footnote: numbers[at],
    })),
    amountClaims: amountClaims.map(({ id }) => id),
    statusClaims: statusClaims.map(({ id }) => id),
    countryClaims: country?.claimIds ?? [],
    account: text,
    footnotes,
  };
}

/** The place of a contribution in their order. */
export type Key = readonly [high: number, low: number, thing: string, owner: string];

const identity = 'Query.exposure';

const keyOfContribution = ({ amount, counted, owner }: Contribution): Key => [
  rounded(amount.high),
  rounded(amount.low),
  counted.thing.id,
  owner ?? '',
];

function compare(a: Key, b: Key): number {
  if (a[0] !== b[0]) return b[0] - a[0];
  if (a[1] !== b[1]) return b[1] - a[1];
  const [left, right] = [`${a[2]} ${a[3]}`, `${b[2]} ${b[3]}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Throws BAD_CURSOR for a cursor that is none of these. */
export const keyOf = (cursor: string, path: string): Key =>
  readCursor(`${path}.after`, cursor, { connection: identity, isKey, allowed: 'a cursor of exposure' });

const isKey = (values: readonly unknown[]): values is Key => {
  const [high, low, thing, owner] = values;
  return (
    typeof high === 'number' &&
    typeof low === 'number' &&
    typeof thing === 'string' &&
    typeof owner === 'string'
  );
};

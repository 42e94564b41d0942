import { encodeCursor, foundPage, readCursor, type FoundObject } from '../../plan';
import { accountOf } from './account';
import type { Attributing, Contribution } from './attribution';
import { chainOf } from './chain';
import { unitOf } from './figures';
import { rounded, roundedRange } from './ranges';
import type { ExposureRequest } from './request';
import type { Company } from './facts';

/** A page of contributions, the largest at most first, then the largest at least, then by the ids of plant and owner. */
export function pageOf(
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
      node: shownContribution(contribution, chain, account, unitOf[by]),
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
  { counted, owner, country, part, fraction, amount }: Contribution,
  chain: ReturnType<typeof chainOf>,
  { text, footnotes, numbers }: ReturnType<typeof accountOf>,
  unit: string,
): FoundObject {
  const { plant, qualifier, amountClaims, statusClaims } = counted;
  return {
    plant: plant.id,
    owner,
    country: country?.id,
    part,
    amount: { ...roundedRange(amount), unit },
    fraction: roundedRange(fraction),
    ofPlant: { ...roundedRange(counted.amount), unit },
    qualifier,
    chain: chain.map((link, at) => ({
      owner: link.owner,
      owned: link.owned,
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
export type Key = readonly [high: number, low: number, plant: string, owner: string];

const identity = 'Query.exposure';

const keyOfContribution = ({ amount, counted, owner }: Contribution): Key => [
  rounded(amount.high),
  rounded(amount.low),
  counted.plant.id,
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
  const [high, low, plant, owner] = values;
  return (
    typeof high === 'number' &&
    typeof low === 'number' &&
    typeof plant === 'string' &&
    typeof owner === 'string'
  );
};

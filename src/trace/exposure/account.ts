import type { Account } from '../account';
import { Footnotes } from '../footnotes';
import type { Contribution } from './attribution';
import type { Link } from './chain';
import { roundedRange, type Range } from './ranges';
import type { ExposureRequest } from './request';

type NameOf = (id: string) => string;

/** A contribution in words: what the plant counts for, who has which part of it, where that is, what it comes to. */
export function accountOf(
  { counted, country, amount }: Contribution,
  chain: readonly Link[],
  { by, attribution }: Pick<ExposureRequest, 'by' | 'attribution'>,
  nameOf: NameOf,
): Account {
  const notes = new Footnotes();
  const { plant, amountClaims, statusClaims } = counted;
  const idsOf = (claims: readonly { readonly id: string }[]) => claims.map(({ id }) => id);
  const size =
    by === 'PLANTS' ? '' : `, ${amountText(counted.amount, by)}${notes.markOf(idsOf(amountClaims))}`;
  const status = (plant.status ?? 'of unknown status').toLowerCase().replaceAll('_', ' ');
  const state = `, ${status}${notes.markOf(idsOf(statusClaims))}`;
  const numbers: number[] = [];
  const stakes = chain.map((link) => {
    const mark = notes.markOf(link.claimIds);
    numbers.push(notes.numberOf(link.claimIds));
    return `; ${stakeText(link, nameOf)}${mark}`;
  });
  const where =
    country === undefined
      ? 'nobody says of which country'
      : `${attribution === 'HEADQUARTERS' ? 'headquartered' : 'it stands'} in ${nameOf(country.id)}${notes.markOf(country.claimIds)}`;
  const text = `${nameOf(plant.id)}${size}${state}${stakes.join('')}; ${where}: ${amountText(amount, by)}.`;
  return { text, footnotes: notes.all, numbers };
}

/** The whole in words. */
export function summaryOf(
  {
    total,
    exposed,
    share,
  }: { readonly total: Range; readonly exposed: Range; readonly share: Range | undefined },
  { to, by, attribution }: Pick<ExposureRequest, 'to' | 'by' | 'attribution'>,
  nameOf: NameOf,
): string {
  const countries = [...to].map(nameOf).toSorted().join(', ');
  const what = attribution === 'HEADQUARTERS' ? 'companies headquartered' : 'plants that stand';
  const percent = share === undefined ? '' : ` (${rangeText(percentOf(share))} %)`;
  return `Of ${amountText(total, by)}, ${rangeText(exposed)}${percent} rests on ${what} in ${countries}.`;
}

function amountText(range: Range, by: ExposureRequest['by']): string {
  const amount = rangeText(range);
  const plants = amount === '1' ? 'plant' : 'plants';
  return `${amount} ${by === 'CAPACITY' ? 'GWh a year' : plants}`;
}

function rangeText(range: Range): string {
  const { low, high } = roundedRange(range);
  return low === high ? String(low) : `${String(low)} to ${String(high)}`;
}

/** In percent, to a tenth. */
const percentOf = ({ low, high }: Range): Range => ({
  low: Math.round(low * 1_000) / 10,
  high: Math.round(high * 1_000) / 10,
});

function stakeText({ owner, owned, kind, part }: Link, nameOf: NameOf): string {
  const percent = `${rangeText(percentOf(part))} %`;
  const verb = kind === 'OPERATES' ? 'operates' : 'owns';
  return `${nameOf(owner)} ${verb} ${percent} of ${nameOf(owned)}`;
}

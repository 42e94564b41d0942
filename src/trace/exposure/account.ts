import type { Account } from '../account';
import { Footnotes } from '../footnotes';
import type { Attributed, Contribution } from './attribution';
import type { Link } from './chain';
import type { Thing } from './facts';
import type { Stake } from './holding';
import { roundedRange, type Range } from './ranges';
import type { ExposureRequest } from './request';

type NameOf = (id: string) => string;

/** A contribution in words: what counts and for how much, who has which part of it, where that is, what it comes to. */
export function accountOf(
  { counted, country, amount }: Contribution,
  chain: readonly Link[],
  { by, attribution }: Pick<ExposureRequest, 'by' | 'attribution'>,
  nameOf: NameOf,
): Account {
  const notes = new Footnotes();
  const { thing, amountClaims, statusClaims } = counted;
  const idsOf = (claims: readonly { readonly id: string }[]) => claims.map(({ id }) => id);
  const size = by === 'CAPACITY' ? `, ${amountText(counted.amount, by)}` : '';
  const isNamed = by === 'CAPACITY' || by === 'MATERIAL';
  const measured = isNamed ? `${size}${notes.markOf(idsOf(amountClaims))}` : '';
  const numbers: number[] = [];
  const state = thing.status === undefined ? '' : stateText(thing.status, notes.markOf(idsOf(statusClaims)));
  const stakes = chain.map((link) => {
    const mark = notes.markOf(link.claimIds);
    numbers.push(notes.numberOf(link.claimIds));
    return `; ${stakeText(link, nameOf(link.owner), partText(link, thing, nameOf))}${mark}`;
  });
  const where = placeText(country, by === 'MATERIAL' ? undefined : attribution, nameOf, notes);
  const isWhole = by === 'CELL_SUPPLY' || by === 'MATERIAL';
  const text = `${by === 'CELL_SUPPLY' ? 'Cells of ' : ''}${nameOf(thing.node)}${measured}${state}${stakes.join('')}${where}: ${isWhole ? percentText(amount) : amountText(amount, by)}.`;
  return { text, footnotes: notes.all, numbers };
}

const stateText = (status: string, mark: string): string =>
  `, ${status.toLowerCase().replaceAll('_', ' ')}${mark}`;

/** @param attribution undefined where who has it is where it is */
function placeText(
  country: Contribution['country'],
  attribution: ExposureRequest['attribution'] | undefined,
  nameOf: NameOf,
  notes: Footnotes,
): string {
  if (country === undefined) return '; nobody says of which country';
  if (attribution === undefined) return '';
  const what = attribution === 'HEADQUARTERS' ? 'headquartered' : 'it stands';
  return `; ${what} in ${nameOf(country.id)}${notes.markOf(country.claimIds)}`;
}

/** Of each material by itself: tonnes of several are no sum. */
function materialsText(attributed: readonly Attributed[], nameOf: NameOf): string {
  const each = attributed.map(
    ({ counted, parts }) => `${percentText(parts.EXPOSED)} of the world's ${nameOf(counted.thing.node)}`,
  );
  return each.length === 0 ? 'nothing that is known to be needed' : each.join(', ');
}

/** The whole in words. */
export function summaryOf(
  {
    total,
    exposed,
    share,
  }: { readonly total: Range; readonly exposed: Range; readonly share: Range | undefined },
  { to, by, attribution }: Pick<ExposureRequest, 'to' | 'by' | 'attribution'>,
  attributed: readonly Attributed[],
  nameOf: NameOf,
): string {
  const countries = [...to].map(nameOf).toSorted().join(', ');
  const percent = share === undefined ? '' : ` (${rangeText(percentOf(share))} %)`;
  if (by === 'MATERIAL') return `Mined in ${countries}: ${materialsText(attributed, nameOf)}.`;
  const what = attribution === 'HEADQUARTERS' ? 'companies headquartered' : 'plants that stand';
  const whole =
    by === 'CELL_SUPPLY'
      ? `the cell supply of ${amountText(total, by)}, each as a whole`
      : amountText(total, by);
  return `Of ${whole}, ${rangeText(exposed)}${percent} rests on ${what} in ${countries}.`;
}

function amountText(range: Range, by: ExposureRequest['by']): string {
  const amount = rangeText(range);
  return `${amount} ${amount === '1' ? unitsInWords[by][0] : unitsInWords[by][1]}`;
}

/** One of them, and several. */
const unitsInWords: Readonly<Record<ExposureRequest['by'], readonly [string, string]>> = {
  CAPACITY: ['GWh a year', 'GWh a year'],
  PLANTS: ['plant', 'plants'],
  CELL_SUPPLY: ['company', 'companies'],
  MATERIAL: ['material', 'materials'],
};

/** In percent, to a tenth. */
const percentOf = ({ low, high }: Range): Range => ({
  low: Math.round(low * 1_000) / 10,
  high: Math.round(high * 1_000) / 10,
});

const verbs: Readonly<Record<Stake['sense'], string>> = {
  OPERATES: 'operates',
  OWNS: 'owns',
  DELIVERS: 'delivers',
  MAKES: 'makes',
  MINES: 'mines',
};

const stakeText = ({ sense, part }: Link, owner: string, of: string): string =>
  `${owner} ${verbs[sense]} ${percentText(part)} of ${of}`;

/** What it is a part of. */
function partText({ sense, owned }: Link, { id, node }: Thing, nameOf: NameOf): string {
  const isOfThing = owned === id;
  const name = nameOf(isOfThing ? node : owned);
  if (sense === 'MINES') return `the world's ${name}`;
  if (sense === 'DELIVERS' || sense === 'MAKES')
    return isOfThing ? `the cells of ${name}` : `what ${name} delivers`;
  return name;
}

const percentText = (range: Range): string => `${rangeText(percentOf(range))} %`;

function rangeText(range: Range): string {
  const { low, high } = roundedRange(range);
  return low === high ? String(low) : `${String(low)} to ${String(high)}`;
}

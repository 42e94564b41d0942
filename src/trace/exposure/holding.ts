/** A stake in something, as claims state it. */
export interface Stake {
  readonly owner: string;
  readonly owned: string;
  /** The kind of edge that says so. */
  readonly kind: string;
  /** What it is to have a part of it. */
  readonly sense: 'OPERATES' | 'OWNS' | 'DELIVERS' | 'MAKES' | 'MINES';
  /** The partnership that formed the company, for a partner of it; or that ties one to who delivers to it. */
  readonly through: string | undefined;
  /** In percent, where it is stated. */
  readonly share: number | undefined;
  readonly claimIds: readonly string[];
}

/** Who may hold what of a plant or a company. All parts are of 1, and add up to it. */
export interface Holding {
  readonly stated: readonly { readonly owner: string; readonly part: number }[];
  /** What the stated parts leave. */
  readonly left: number;
  /** Who may have it, in whatever division; at least one where anything is left. The id itself for what stays with it. */
  readonly candidates: readonly string[];
}

/** What is nobody's but its own. */
export const endAt = (id: string): Holding => ({ stated: [], left: 1, candidates: [id] });

/** Shares are stated to a hundredth of a percent at best; less than this is what rounding leaves. */
const nothing = 1e-9;

/**
 * Who may hold what of something, of each owner one stake. Stated shares that add up to more than all are scaled down to it.
 *
 * @param closed whether the owners hold all of it together; otherwise what they leave may stay with the thing itself
 */
export function holdingOf(id: string, stakes: readonly Stake[], closed: boolean): Holding {
  const known = stakes.filter(({ share }) => share !== undefined);
  const open = stakes.filter(({ share }) => share === undefined).map(({ owner }) => owner);
  const sum = known.reduce((total, { share }) => total + share!, 0);
  const whole = Math.max(100, sum);
  const left = 1 - sum / whole;
  const isAll = left <= nothing;
  const own = closed && open.length > 0 ? [] : [id];
  return {
    stated: known.map(({ owner, share }) => ({ owner, part: share! / whole })),
    left: isAll ? 0 : left,
    candidates: isAll ? [] : [...open, ...own],
  };
}

/** The least and the most that an owner may have of something, whatever becomes of the others. */
export function stakeIn(
  { stated, left, candidates }: Holding,
  owner: string,
): { readonly low: number; readonly high: number } {
  const part = stated.find((each) => each.owner === owner)?.part;
  if (part !== undefined) return { low: part, high: part };
  if (!candidates.includes(owner)) return { low: 0, high: 0 };
  return { low: candidates.length === 1 ? left : 0, high: left };
}

/**
 * Of several stakes of one owner, one: that with a stated share, a shareholding before a partnership, and of partnerships the
 * first by id.
 */
export function oneEach(stakes: readonly Stake[]): readonly Stake[] {
  const byOwner = new Map<string, Stake>();
  for (const stake of stakes.toSorted(byPartnership)) {
    const known = byOwner.get(stake.owner);
    if (known === undefined || rankOf(stake) > rankOf(known)) byOwner.set(stake.owner, stake);
  }
  return [...byOwner.values()].toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
}

const byPartnership = (a: Stake, b: Stake): number => ((a.through ?? '') < (b.through ?? '') ? -1 : 1);

const rankOf = ({ share, kind }: Stake): number => (share === undefined ? 0 : 2) + (kind === 'OWNS' ? 1 : 0);

import type { ClaimRecord, DecisionRecord } from './evidence';

/** A span of time in which what is decided about a claim is the same, and the claim may be shown. */
export interface Span {
  readonly claim: ClaimRecord;
  /** From when on the claim counts so, and until when; to the end of time where that is not said. */
  readonly entered: string;
  readonly withdrawn: string | undefined;
  /** When it was decided that the claim is preferred, if it is. */
  readonly preferred: string | undefined;
}

/** What curators have decided. */
export class Decisions {
  /** About a claim, the latest first. */
  private readonly byClaim = new Map<string, DecisionRecord[]>();
  private readonly same = new Map<string, Set<string>>();
  /** About pairs of entities, those in force. */
  private readonly aboutPairs = new Map<string, DecisionRecord>();

  constructor(readonly records: readonly DecisionRecord[]) {
    for (const record of records.toSorted((a, b) => (latestFirst(a) > latestFirst(b) ? -1 : 1))) {
      const { claim, entities } = record;
      if (claim !== undefined) this.byClaim.set(claim, [...(this.byClaim.get(claim) ?? []), record]);
      if (claim !== undefined || record.withdrawnAt !== undefined) continue;
      const pair = pairOf(entities);
      if (!this.aboutPairs.has(pair)) this.aboutPairs.set(pair, record);
      if (record.verdict !== 'SAME') continue;
      for (const id of entities) {
        const others = entities.filter((other) => other !== id);
        this.same.set(id, new Set([...(this.same.get(id) ?? []), ...others]));
      }
    }
  }

  /** What had been decided by an instant, and not been undone by then. */
  asKnown(known: string): Decisions {
    const made = this.records.filter(({ decidedAt }) => decidedAt <= known);
    return new Decisions(
      made.map((record) =>
        record.withdrawnAt !== undefined && record.withdrawnAt > known
          ? { ...record, withdrawnAt: undefined }
          : record,
      ),
    );
  }

  /** The decision about a claim that is in force: of several, the latest. */
  on({ id }: Pick<ClaimRecord, 'id'>): DecisionRecord | undefined {
    return this.byClaim.get(id)?.find(({ withdrawnAt }) => withdrawnAt === undefined);
  }

  isDismissed(claim: Pick<ClaimRecord, 'id'>): boolean {
    return this.on(claim)?.verdict === 'DISMISS';
  }

  /** Those of some claims that count: that nobody has taken back, and no curator dismissed. */
  counted(claims: readonly ClaimRecord[]): readonly ClaimRecord[] {
    return claims.filter((claim) => claim.status !== 'WITHDRAWN' && !this.isDismissed(claim));
  }

  /** What became of those that are dismissed, in words; empty where none is. */
  dismissals(claims: readonly ClaimRecord[]): string {
    return claims
      .filter((claim) => this.isDismissed(claim))
      .map((claim) => {
        const { id, reason } = this.on(claim)!;
        return `${claim.id} is dismissed by ${id} (${withoutStop(reason)})`;
      })
      .join(', ');
  }

  /** The ids of what was decided to be the same as an entity, in order. */
  sameAs(id: string): readonly string[] {
    return [...(this.same.get(id) ?? [])].toSorted();
  }

  /** The decision about two entities that is in force: of several, the latest. */
  between(one: string, other: string): DecisionRecord | undefined {
    return this.aboutPairs.get(pairOf([one, other]));
  }

  /** The spans of a claim, in the order of time. One about which nothing was decided has one. */
  spansOf(claim: ClaimRecord): readonly Span[] {
    const { enteredAt, withdrawnAt } = claim;
    const own = this.byClaim.get(claim.id);
    if (own === undefined)
      return [{ claim, entered: enteredAt, withdrawn: withdrawnAt, preferred: undefined }];
    const times = own
      .flatMap((decision) => [decision.decidedAt, decision.withdrawnAt])
      .filter((time): time is string => time !== undefined && time > enteredAt)
      .filter((time) => withdrawnAt === undefined || time < withdrawnAt);
    const starts = [...new Set([enteredAt, ...times])].toSorted();
    return starts
      .map((entered, at) => ({
        entered,
        withdrawn: starts[at + 1] ?? withdrawnAt,
        by: inForce(own, entered),
      }))
      .filter(({ by }) => by?.verdict !== 'DISMISS')
      .map(({ entered, withdrawn, by }) => ({ claim, entered, withdrawn, preferred: by?.decidedAt }));
  }
}

/** Nothing is decided. */
export const noDecisions = new Decisions([]);

const pairOf = (ids: readonly string[]): string => ids.toSorted().join(' ');

const latestFirst = ({ decidedAt, id }: DecisionRecord): string => `${decidedAt} ${id}`;

const inForce = (latest: readonly DecisionRecord[], time: string): DecisionRecord | undefined =>
  latest.find(
    ({ decidedAt, withdrawnAt }) => decidedAt <= time && (withdrawnAt === undefined || withdrawnAt > time),
  );

/** A reason as part of a sentence. */
export const withoutStop = (reason: string): string => reason.replace(/\.$/, '');

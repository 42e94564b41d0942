import { AnodeError } from '../errors';
import type { GraphModel } from '../model';
import type { GraphStore } from '../store';
import type { DecisionRecord } from './evidence';
import { BatchWriter } from './ingest/batch';
import { slugOf } from './conflicts';
import { readerOf } from './selection';
import { evidenceOf } from './stored';

/** Who decides or undoes something, why, and when. */
export interface Deciding {
  readonly curator: string;
  readonly reason: string;
  /** In UTC to the millisecond, as an instant of the graph. */
  readonly at: string;
}

/** What speaks for a decision about two entities. */
export interface Speaking {
  /** From 0 to 1. */
  readonly score?: number | undefined;
  readonly features: readonly string[];
}

/** A decision as it is kept, and how much of the graph it changed. */
export interface Decided {
  readonly decision: DecisionRecord;
  /** How many nodes and edges were written, and how many removed. */
  readonly put: number;
  readonly dropped: number;
}

/**
 * Records a decision, and makes anew what it is about, in one transaction. Throws BAD_USER_INPUT where there is nothing of
 * such an id.
 *
 * @param about the id of a claim, or those of two entities
 */
export async function decide(
  model: GraphModel,
  store: GraphStore,
  verdict: 'PREFER' | 'DISMISS' | 'SAME' | 'DIFFERENT',
  about: readonly string[],
  { curator, reason, at }: Deciding,
  { score, features }: Speaking = { features: [] },
): Promise<Decided> {
  const isAboutClaim = verdict === 'PREFER' || verdict === 'DISMISS';
  checkAbout(model, about, isAboutClaim);
  const slug = slugOf([verdict, ...about.map((id) => id.split('/')[1]), at.replaceAll(/\D/g, '')]);
  return write(model, store, {
    id: `decision/${slug}`,
    verdict,
    claim: isAboutClaim ? about[0] : undefined,
    entities: isAboutClaim ? [] : about,
    reason,
    curator,
    decidedAt: at,
    score,
    features,
  });
}

/**
 * Withdraws a decision, and makes anew what it was about, in one transaction. Throws BAD_USER_INPUT where there is none, and
 * for one that is withdrawn already.
 */
export async function undo(
  model: GraphModel,
  store: GraphStore,
  id: string,
  { curator, reason, at }: Partial<Pick<Deciding, 'reason'>> & Omit<Deciding, 'reason'>,
): Promise<Decided> {
  const [decision] = evidenceOf(model, await readerOf(model, store).graph([id])).decisions;
  if (decision === undefined) throw unfit(id, 'the id of a decision that exists');
  if (decision.withdrawnAt !== undefined)
    throw unfit(id, `a decision that is in force; this one was undone at ${decision.withdrawnAt}`);
  return write(model, store, {
    ...decision,
    withdrawnAt: at,
    withdrawnBy: curator,
    withdrawnReason: reason,
  });
}

function checkAbout(model: GraphModel, about: readonly string[], isAboutClaim: boolean): void {
  const isRight = (id: string): boolean => {
    const kind = model.kindOfId(id);
    return kind !== undefined && (isAboutClaim ? kind.name === 'Claim' : !kind.evidence);
  };
  const wrong = about.find((id) => !isRight(id));
  if (wrong !== undefined)
    throw unfit(wrong, isAboutClaim ? 'the id of a claim: claim/…' : 'the id of an entity');
  const [one, other] = about;
  if (one === other) throw unfit(one!, 'the ids of two different entities');
}

async function write(model: GraphModel, store: GraphStore, decision: DecisionRecord): Promise<Decided> {
  const at = (column?: string) => ({ file: decision.id, line: 1, column });
  const { comparison, put, dropped } = await new BatchWriter(model, store).write([
    { kind: 'decision', row: decision, at },
  ]);
  const [missing] = comparison.lacking.flatMap(({ ids }) => ids);
  if (missing !== undefined) throw unfit(missing, 'the id of something that exists');
  return { decision, put, dropped };
}

const unfit = (given: string, allowed: string): AnodeError =>
  new AnodeError('BAD_USER_INPUT', `${JSON.stringify(given)} is not right; expected is ${allowed}.`, {
    given,
    allowed,
  });

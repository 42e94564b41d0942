import type { ClaimRecord, DecisionRecord, Evidence } from '../../../src/claims/evidence';
import { materialise } from '../../../src/claims/materialise';
import { firstDay, lastDay, type Graph, type GraphModel } from '../../../src/model';
import type { SmallGraph } from '../../support/oracle';
import type { Reading } from './evidence';

/**
 * What the graph is by a reading, made the slow and obvious way: the claims that the reading leaves are all there is, and
 * the graph is made of them. They weigh what they weigh among all. Claims, sources, conflicts and decisions themselves stay.
 */
export function graphBy(model: GraphModel, evidence: Evidence, reading: Reading): SmallGraph {
  const claims = evidence.claims.flatMap((claim) => asRead(claim, reading) ?? []);
  const decisions = evidence.decisions.flatMap((decision) => decisionAsRead(decision, reading) ?? []);
  const { policy = 'DEFAULT' } = reading;
  const facts = materialise(model, { ...evidence, claims, decisions }, { policy, among: evidence });
  const whole = materialise(model, evidence);
  const isEvidence = (id: string): boolean => model.kindOfId(id)!.evidence;
  const edges = (graph: Graph, wanted: boolean) =>
    [...graph.edges.values()].filter(
      ({ type, from }) => isEvidence(from) === wanted && !type.startsWith('CLAIMED_'),
    );
  const nodes = (graph: Graph, wanted: boolean) =>
    [...graph.nodes.values()].filter(({ id }) => isEvidence(id) === wanted);
  return {
    nodes: [...nodes(facts, false), ...nodes(whole, true)],
    edges: [...edges(facts, false), ...edges(whole, true)],
  };
}

/** A claim as it stood by a reading; undefined where it did not count. */
function asRead(claim: ClaimRecord, { valid, known, exclude = [] }: Reading): ClaimRecord | undefined {
  const { validFrom, validUntil, enteredAt, withdrawnAt, status, source, attributedTo } = claim;
  if (valid !== undefined) {
    const day = lastDay(valid);
    if (validFrom !== undefined && firstDay(validFrom) > day) return undefined;
    if (validUntil !== undefined && lastDay(validUntil) < day) return undefined;
  }
  if (known !== undefined && enteredAt > known) return undefined;
  if (exclude.includes(source)) return undefined;
  if (attributedTo.length > 0 && attributedTo.every((id) => exclude.includes(id))) return undefined;
  if (status !== 'WITHDRAWN') return claim;
  if (known === undefined || withdrawnAt === undefined || withdrawnAt <= known) return undefined;
  return { ...claim, status: 'STANDING', withdrawnAt: undefined };
}

/** A decision as it stood by a reading; undefined where it was not made yet, or undone already. */
function decisionAsRead(decision: DecisionRecord, { known }: Reading): DecisionRecord | undefined {
  const { decidedAt, withdrawnAt } = decision;
  if (known === undefined) return withdrawnAt === undefined ? decision : undefined;
  if (decidedAt > known || (withdrawnAt !== undefined && withdrawnAt <= known)) return undefined;
  return { ...decision, withdrawnAt: undefined };
}

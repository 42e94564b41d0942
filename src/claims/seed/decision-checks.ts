import type { DecisionRecord } from '../evidence';
import type { Check, Context } from './check';
import type { Complaints } from './complaints';
import type { SeedRows } from './rows';
import type { Located } from './table';

/** What no single cell of a decision shows. */
export const decisionChecks: readonly Check[] = [eachIsAboutSomething, onlyWhatIsUndoneSaysWhen];

const aboutClaims: readonly string[] = ['PREFER', 'DISMISS'];

function eachIsAboutSomething({ decisions }: SeedRows, { complaints }: Context): void {
  for (const { row, at } of decisions) {
    const { verdict, claim, entities } = row;
    const isAboutClaim = aboutClaims.includes(verdict);
    if (isAboutClaim !== (claim !== undefined))
      complaints.add(
        at('claim'),
        claim ?? '',
        isAboutClaim ? 'the id of a claim' : `nothing: ${verdict} is about entities`,
      );
    if (new Set(entities).size !== (isAboutClaim ? 0 : 2))
      complaints.add(
        at('entities'),
        entities.join('; '),
        isAboutClaim ? `nothing: ${verdict} is about a claim` : 'the ids of two entities',
      );
  }
}

function onlyWhatIsUndoneSaysWhen({ decisions }: SeedRows, { complaints }: Context): void {
  for (const decision of decisions) checkUndoing(decision, complaints);
}

function checkUndoing({ row, at }: Located<DecisionRecord>, complaints: Complaints): void {
  const { decidedAt, withdrawnAt, withdrawnBy, withdrawnReason } = row;
  if (withdrawnAt !== undefined && withdrawnAt < decidedAt)
    complaints.add(at('withdrawn_at'), withdrawnAt, `a time that is not before ${decidedAt}`);
  if (withdrawnAt !== undefined) return;
  if (withdrawnBy !== undefined) complaints.add(at('withdrawn_by'), withdrawnBy, 'nothing: it is not undone');
  if (withdrawnReason !== undefined)
    complaints.add(at('withdrawn_reason'), withdrawnReason, 'nothing: it is not undone');
}

import type { FoundObject } from '../plan';
import type { Account } from './account';
import type { Alike } from './alike';
import { accountOf, sentenceOf } from './account';
import { intersection, type Period } from './days';
import { certainty, type Edge } from './edges';
import type { Evidence } from './evidence';
import type { Path } from './paths';
import type { Spending } from './spending';

/** Shows paths and what belongs to them under the names of the schema. Nodes and claims are their ids. */
export class PathWriter {
  /** @param evidence undefined where nobody asks how many origins hops have */
  constructor(
    private readonly names: ReadonlyMap<string, string>,
    private readonly evidence: Evidence | undefined,
    private readonly alike: Alike,
  ) {}

  path({ nodes, steps }: Path): FoundObject {
    const account = accountOf(steps, this.nameOf);
    const weakest = steps
      .map(({ edge }) => edge.confidence)
      .toSorted((a, b) => certainty(a) - certainty(b))[0];
    return {
      nodes,
      hops: this.hops(steps, account),
      length: steps.length,
      strength: steps.some(({ edge }) => edge.confidence === undefined) ? undefined : weakest,
      jointInterval: jointOf(steps.map(({ edge }) => edge)),
      account: account.text,
      footnotes: account.footnotes,
    };
  }

  miss(path: Path): FoundObject {
    const { flaws, steps } = path;
    const sentences = flaws.map(
      ({ flaw, hop }) => ({ ...this.words(path), ...this.wordsOf(steps[hop]!.edge) })[flaw],
    );
    const hops = flaws.map(({ hop }) => hop);
    const [one, other] = flaws[0]!.nodes ?? [];
    return {
      path: this.path(path),
      reason: flaws[0]!.flaw,
      hops,
      explanation: sentences.join(' '),
      maybeSame: one && other && this.alike.pair(one, other),
    };
  }

  private hops(steps: Path['steps'], { numbers }: Account): FoundObject[] {
    return steps.map(({ edge, to }, at) => ({
      kind: edge.type,
      direction: edge.to === to ? 'OUT' : 'IN',
      from: edge.to === to ? edge.from : edge.to,
      to,
      since: edge.since,
      until: edge.until,
      confidence: edge.confidence,
      independentOrigins: this.originsOf(edge),
      claims: edge.claimIds,
      footnote: numbers[at],
    }));
  }

  private words({ steps, flaws }: Path) {
    const [one = '', other = ''] = flaws[0]?.nodes ?? [];
    const why = this.alike.pair(one, other)?.why ?? '';
    return {
      MAYBE_SAME: `${this.nameOf(one)} (${one}) and ${this.nameOf(other)} (${other}) may be the same by their names: ${why}.`,
      TOO_LONG: `It has ${String(steps.length)} hops, ${excess(steps.length - flaws[0]!.hop)} than asked for.`,
      NOT_JOINT: 'There is no day on which all of its hops held.',
    };
  }

  private wordsOf(edge: Edge) {
    const sentence = sentenceOf(edge, this.nameOf);
    const origins = this.originsOf(edge);
    return {
      BELOW_CONFIDENCE: `That ${sentence} is only of confidence ${edge.confidence ?? 'unknown'}.`,
      TOO_FEW_ORIGINS: `That ${sentence} has ${String(origins)} independent origin${origins === 1 ? '' : 's'} behind it.`,
      EXCLUDED_SOURCE: `That ${sentence} rests only on sources that were left out.`,
      NOT_HELD: `That ${sentence} did not hold at that date.`,
      NOT_CHRONOLOGICAL: `That ${sentence} begins before the hop that leads to it.`,
    };
  }

  private originsOf({ claimIds }: Edge): number | undefined {
    return this.evidence?.independentOrigins(this.evidence.of(claimIds));
  }

  private readonly nameOf = (id: string): string => this.names.get(id) ?? id;
}

const excess = (hops: number): string => (hops === 1 ? 'one more' : `${String(hops)} more`);

function jointOf(periods: readonly Period[]): Period | undefined {
  const [first, ...others] = periods;
  return others.reduce<Period | undefined>((joint, period) => joint && intersection(joint, period), first);
}

/** What a search did and used. */
export const reportOf = ({ ranOut, nodesExpanded, milliseconds, budget }: Spending): FoundObject => ({
  exhaustive: !ranOut,
  nodesExpanded,
  milliseconds,
  budget: { ...budget },
});

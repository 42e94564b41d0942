import type { GraphModel } from '../../model';
import type { EdgeStep } from '../edge-step';
import { conjunctsOf, type Predicate, type RelationFilter } from '../predicate';
import { nameOf } from '../reading';
import type { Statistics } from '../statistics';

/** How many a page holds, and a list of ids, as far as a plan can know: sizes are values of the request. */
export const aPage = 25;

/**
 * Guesses of how many nodes there will be, from what the model declares and from the store's own counts. They need to
 * tell a handful from thousands, no more.
 */
export class Estimates {
  constructor(
    private readonly model: GraphModel,
    private readonly statistics: Statistics,
  ) {}

  nodes(type: string): number {
    return Math.max(1, this.statistics.nodes(type));
  }

  /** How many edges one node of a type has, on average. */
  fanOut({ type: edge }: EdgeStep, type: string): number {
    return this.statistics.edges(edge) / this.nodes(type);
  }

  /** How many of some nodes of a type fit. Nothing is known of relations here, nor of what a NOT leaves. */
  fitting(type: string, count: number, predicate: Predicate): number {
    switch (predicate.kind) {
      case 'and':
        return predicate.operands.reduce((left, operand) => this.fitting(type, left, operand), count);
      case 'or':
        return Math.min(count, sum(predicate.operands.map((operand) => this.fitting(type, count, operand))));
      case 'compare':
        return this.isSought(type, predicate) ? Math.min(count, this.sought(type, predicate)) : count / 3;
      case 'missing':
        return count / 3;
      case 'never':
        return 0;
      case 'not':
      case 'some':
      case 'single':
      case 'measured':
        return count;
    }
  }

  /**
   * Which share of the nodes of a type fits. Where a node has x edges that fit, on average, and they fall at random, it has
   * none with a chance of e^-x and exactly one with a chance of x·e^-x.
   */
  share(type: string, predicate: Predicate | undefined): number {
    switch (predicate?.kind) {
      case undefined:
        return 1;
      case 'and':
        return predicate.operands.reduce((share, operand) => share * this.share(type, operand), 1);
      case 'or':
        return 1 - predicate.operands.reduce((none, operand) => none * (1 - this.share(type, operand)), 1);
      case 'not':
        return 1 - this.share(type, predicate.operand);
      case 'never':
        return 0;
      case 'some':
        return 1 - Math.exp(-this.fittingEdges(type, predicate));
      case 'single': {
        const edges = this.fittingEdges(type, predicate);
        return edges * Math.exp(-edges);
      }
      case 'compare':
      case 'missing':
      case 'measured':
        return this.fitting(type, this.nodes(type), predicate) / this.nodes(type);
    }
  }

  private fittingEdges(from: string, { edge, type, where }: RelationFilter): number {
    return this.fanOut(edge, from) * this.share(type, where);
  }

  /** How many nodes of a type are looked at to find those that fit: where no index helps, all of them. */
  lookedAt(type: string, predicate: Predicate | undefined): number {
    const sought = conjunctsOf(predicate).filter((conjunct) => this.isSought(type, conjunct));
    return Math.min(this.nodes(type), ...sought.map((conjunct) => this.sought(type, conjunct)));
  }

  /** An id is unique. A value of another property that is indexed is that of a tenth of the nodes, it is assumed. */
  private sought(type: string, { property, operator }: Comparison): number {
    if (property === 'id') return operator === 'eq' ? 1 : aPage;
    return this.nodes(type) / 10;
  }

  /** Whether a predicate is one that an index answers: some property of the node is equal to something. */
  private isSought(type: string, predicate: Predicate): predicate is Comparison {
    if (predicate.kind !== 'compare' || predicate.on !== 'node' || predicate.folded) return false;
    const { property, operator } = predicate;
    return (
      (operator === 'eq' || operator === 'in') &&
      (property === 'id' || this.model.type(type).property(nameOf(property))!.indexed)
    );
  }
}

type Comparison = Extract<Predicate, { kind: 'compare' }>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

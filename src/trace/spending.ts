import type { Budget } from './request';

/** So many prefixes of paths are looked at for each node that may be expanded. */
const prefixesForEachNode = 20;

/** What a search has used of its budget. */
export class Spending {
  nodesExpanded = 0;
  /** Whether something was left undone for want of it. */
  ranOut = false;
  private prefixes = 0;
  private isLookedOut = false;
  private began = performance.now();

  constructor(readonly budget: Budget) {}

  get milliseconds(): number {
    return Math.round(performance.now() - this.began);
  }

  get millisecondsLeft(): number {
    return Math.max(0, this.budget.milliseconds - this.milliseconds);
  }

  /** Takes time from what was used: what a store needs once for a statement that is new to it is not the search's. */
  forgive(milliseconds: number): void {
    this.began += milliseconds;
  }

  /** As many of these nodes as may still be expanded; they count as expanded. */
  take<T>(nodes: readonly T[]): readonly T[] {
    const taken = nodes.slice(0, this.nodesLeft);
    if (taken.length < nodes.length) this.ranOut = true;
    this.nodesExpanded += taken.length;
    return taken;
  }

  get nodesLeft(): number {
    return this.isLate() ? 0 : Math.max(0, this.budget.nodes - this.nodesExpanded);
  }

  /** Counts nodes that a store expanded by itself. */
  count(nodes: number): void {
    this.nodesExpanded += nodes;
  }

  /** Whether so many nodes may still be expanded. */
  mayTake(count: number): boolean {
    return !this.isLate() && count <= this.nodesLeft;
  }

  /** Whether one more prefix may be looked at. The clock is read now and then. */
  mayLookOn(): boolean {
    this.prefixes++;
    const isTooMuch = this.prefixes > this.budget.nodes * prefixesForEachNode;
    if (isTooMuch || (this.prefixes % 256 === 0 && this.isLate())) this.isLookedOut = true;
    if (this.isLookedOut) this.ranOut = true;
    return !this.isLookedOut;
  }

  /** Whether the time is over. Time waited for a turn counts: whoever asked has waited for it too. */
  isLate(): boolean {
    return performance.now() - this.began > this.budget.milliseconds;
  }
}

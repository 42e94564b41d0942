import type { Reading } from './reading';

export interface EdgeStep {
  readonly type: string;
  readonly direction: 'out' | 'in';
  /** Whether such an edge leads to nothing else than what is looked for at its end, whose type is then not asked. */
  readonly exclusive: boolean;
  /** Goes over what is claimed of such edges instead, and over those only that this reading shows. */
  readonly claimed?: ClaimedStep;
  /** Goes to or from nodes that entered the graph at some time: only to or from those that were there. */
  readonly entered?: EnteredStep;
}

interface ClaimedStep {
  readonly by: Reading;
  /** Whether a node may have one such edge only, so that those which are claimed are rivals. */
  readonly one: boolean;
}

interface EnteredStep {
  readonly end: 'to' | 'from';
  /** The parameter that holds the instant. */
  readonly known: string;
  /** Whether only some of the nodes there have entered at a time; the others are always there. */
  readonly some: boolean;
}

export const opposite = ({ direction, entered, ...step }: EdgeStep): EdgeStep => ({
  ...step,
  direction: direction === 'out' ? 'in' : 'out',
  exclusive: false,
  ...(entered && { entered: { ...entered, end: entered.end === 'to' ? 'from' : 'to' } }),
});

/** A step of a path, and the kind or interface it leads to. */
export interface PathStep {
  readonly edge: EdgeStep;
  readonly type: string;
}

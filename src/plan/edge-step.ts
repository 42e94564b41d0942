export interface EdgeStep {
  readonly type: string;
  readonly direction: 'out' | 'in';
  /** Whether such an edge leads to nothing else than what is looked for at its end, whose type is then not asked. */
  readonly exclusive: boolean;
}

export const opposite = ({ type, direction }: EdgeStep): EdgeStep => ({
  type,
  direction: direction === 'out' ? 'in' : 'out',
  exclusive: false,
});

/** A step of a path, and the kind or interface it leads to. */
export interface PathStep {
  readonly edge: EdgeStep;
  readonly type: string;
}

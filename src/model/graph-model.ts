import type { Choice, PropertyDeclaration, SearchedDeclaration } from './declarations';

/**
 * The frozen model of the graph: every kind, interface, property and relation with its names resolved. The schema, the
 * plans, the constraints and the checks of seed files are all made from it and from nothing else.
 */
export interface GraphModel {
  readonly kinds: readonly NodeKind[];
  readonly interfaces: readonly NodeInterface[];
  readonly choices: readonly Choice[];
  /** The type, kind or interface, of that name. Throws for a name that the model does not have. */
  type(name: string): NodeType;
  /** The kind that an id says it is of (`corporation/toyota`), if there is one. */
  kindOfId(id: string): NodeKind | undefined;
}

interface NodeTypeBase {
  readonly name: string;
  readonly description: string;
  /** Own and inherited, in the order of declaration, the inherited first. */
  readonly properties: readonly Property[];
  readonly relations: readonly Relation[];
  /** What its nodes refer to: the sources behind them. */
  readonly citations: readonly Citation[];
  /** What its nodes are found by, the inherited first. */
  readonly searched: readonly SearchedDeclaration[];
  readonly interfaces: readonly string[];
  /** The names of the kinds a node of this type can be of: for a kind, itself. */
  readonly kinds: readonly string[];
  property(name: string): Property | undefined;
  relation(name: string): Relation | undefined;
}

export interface NodeKind extends NodeTypeBase {
  readonly kind: 'kind';
  /** `corporation` for the root field of one; the part of an id before the slash is its kebab-case form. */
  readonly singular: string;
  readonly plural: string;
  readonly slug: string;
  readonly evidence: boolean;
  /** Whether it declares itself something that its nodes are found by. */
  readonly ownSearched: boolean;
  /** Paths end at its nodes, and cross them only where that is asked for. */
  readonly hub: boolean;
  /** Its nodes are called after what they are about, which is rather looked for than they are. */
  readonly about: boolean;
}

export interface NodeInterface extends NodeTypeBase {
  readonly kind: 'interface';
}

export type NodeType = NodeKind | NodeInterface;

export interface Property extends PropertyDeclaration {
  /** The type that declares it. */
  readonly owner: string;
}

export interface Relation {
  readonly name: string;
  readonly description: string;
  /** The type that declares it; with the name, the identity of the relation. */
  readonly owner: string;
  readonly many: boolean;
  readonly target: string;
  readonly edge: Edge;
  readonly direction: 'out' | 'in';
}

export interface Edge {
  readonly type: string;
  readonly description: string;
  readonly properties: readonly PropertyDeclaration[];
  /** What the edge refers to: the claims behind it, for an edge that is made from claims. */
  readonly citations: readonly Citation[];
}

export interface Citation {
  readonly name: string;
  readonly description: string;
  readonly target: string;
  /** The property that lists the ids of the cited nodes, or of those that `through` leads from. */
  readonly property: string;
  readonly through: { readonly type: string; readonly relation: string } | undefined;
}

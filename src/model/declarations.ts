/** What the decorators record. Plain values; names are resolved when the GraphModel is built. */

/** A class of src/domain. It is never instantiated: it is the place where a kind or an edge is written down. */
export type Declared = abstract new () => object;

/** A closed list of values. Each value's description reaches the schema. */
export interface Choice<Value extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<Value, string>>;
}

export function choice<const Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Choice<Value> {
  return Object.freeze({ name, description, values: Object.freeze(values) });
}

/**
 * `id`: kind/slug. `text`: any string. `int`: 32 bits. `decimal`: a double. `flag`: true or false. `date`: ISO 8601 of
 * year, month or day precision, as text. `instant`: ISO 8601 date and time in UTC, as text. Or a choice.
 */
export type ScalarType = 'id' | 'text' | 'int' | 'decimal' | 'flag' | 'date' | 'instant' | Choice;

export interface PropertyDeclaration {
  readonly name: string;
  readonly description: string;
  readonly type: ScalarType;
  /** Never null: such a property can be ordered by from its index. */
  readonly required: boolean;
  readonly list: boolean;
  readonly indexed: boolean;
  readonly quantity?: Quantity;
  /** Where the schema shows it in an object, with others, and not by its own name. */
  readonly part?: Part;
  /** Of a node: made from the claims about it, and not claimed itself. It is no figure and no key of groups. */
  readonly derived?: true;
}

/** An object in which the schema shows several properties of a node or an edge. */
export interface Composite {
  /** The name of its type: `Corroboration`. */
  readonly type: string;
  /** The field that holds it: `corroboration`. */
  readonly field: string;
  readonly description: string;
}

export interface Part {
  readonly of: Composite;
  /** Its name there. */
  readonly name: string;
}

/** What a number counts. A claim about the property must state this unit, or its unit is kept beside the number. */
export interface Quantity {
  /** The unit that every value has. */
  readonly unit?: string;
  /** The property that keeps each value's own unit or currency. */
  readonly unitIn?: string;
  /** The property that keeps how the source words the value (`ABOUT`, `UP_TO`). */
  readonly qualifierIn?: string;
}

export interface RelationDeclaration {
  readonly name: string;
  readonly description: string;
  readonly many: boolean;
  readonly other: () => Declared;
  readonly via:
    | { readonly kind: 'edge'; readonly type: string }
    | { readonly kind: 'edgeClass'; readonly edge: () => Declared }
    | { readonly kind: 'inverse'; readonly of: string };
  /** How the other end, an interface, shows this relation. */
  readonly inverse?: InverseDeclaration;
  /** Whether it is what curators decide, so that no claim speaks of it. */
  readonly decided: boolean;
}

/**
 * The other end of a relation, written down at this end. For interfaces: their files import no kind, since every kind
 * extends them and must find them complete.
 */
export interface InverseDeclaration {
  readonly name: string;
  readonly description: string;
}

/** What a text says of a node, for whoever looks for the node by its text. */
export const textRoles = {
  NAME: 'Its name.',
  ALIAS: 'Another name of it, an abbreviation, a spelling in another script.',
  FORMER_NAME: 'A name that it had before.',
  CODE: 'A code or a symbol that stands for it.',
  PLACE: 'Where it is.',
  DESCRIPTION: 'What is said of it in words.',
} as const;

export type TextRole = keyof typeof textRoles;

/** A property with text by which nodes are found, or a relation to one other node, whose name it then is. */
export interface SearchedDeclaration {
  readonly name: string;
  readonly role: TextRole;
  /** A relation: what it leads to is found by the text as well. */
  readonly also?: string;
}

export interface KindDeclaration {
  readonly description: string;
  /** The root field that lists this kind (`corporations`). Interfaces have none. */
  readonly plural?: string;
  /** Evidence (sources, claims, conflicts) states facts; its own edges carry no claims. */
  readonly evidence: boolean;
  /** So many are tied to one of its nodes that a chain through it tells nothing: a country, a chemistry. */
  readonly hub: boolean;
  /** Its nodes are called after what they are about: an investment, a statistic, a document. */
  readonly about: boolean;
}

export interface EdgeDeclaration {
  readonly type: string;
  readonly description: string;
}

/** A reference from an edge or a node to nodes, kept as a list of ids in a property of it. */
export interface CitationDeclaration {
  readonly name: string;
  readonly description: string;
  readonly other: () => Declared;
  /** The property that holds the ids. */
  readonly property: string;
  /** Where what has these ids is only passed through: the relation of it that leads to the nodes. */
  readonly through?: { readonly of: () => Declared; readonly relation: string };
}

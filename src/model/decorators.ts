import 'reflect-metadata';
import type {
  Choice,
  CitationDeclaration,
  Declared,
  EdgeDeclaration,
  InverseDeclaration,
  KindDeclaration,
  Part,
  PropertyDeclaration,
  Quantity,
  RelationDeclaration,
  ScalarType,
  SearchedDeclaration,
  TextRole,
} from './declarations';

/**
 * Decorators that only record, each on the class it stands in. Nothing is kept outside the classes: what exists is
 * what the list given to `buildGraphModel` names.
 */
const keys = {
  kind: Symbol('anode:kind'),
  edge: Symbol('anode:edge'),
  properties: Symbol('anode:properties'),
  relations: Symbol('anode:relations'),
  citations: Symbol('anode:citations'),
  searched: Symbol('anode:searched'),
} as const;

/** A kind of node that exists by itself, listed by a root field named `plural`. */
export function Kind(options: {
  plural: string;
  description: string;
  evidence?: boolean;
  hub?: boolean;
  about?: boolean;
}): ClassDecorator {
  const { plural, description, evidence = false, hub = false, about = false } = options;
  return record(keys.kind, { plural, description, evidence, hub, about } satisfies KindDeclaration);
}

/** What several kinds have in common. A kind has it by extending the class. */
export function Interface(description: string): ClassDecorator {
  return record(keys.kind, {
    description,
    evidence: false,
    hub: false,
    about: false,
  } satisfies KindDeclaration);
}

/** A type of edge with properties of its own. */
export function EdgeType(type: string, description: string): ClassDecorator {
  return record(keys.edge, { type, description } satisfies EdgeDeclaration);
}

interface PropertyOptions {
  required?: boolean;
  list?: boolean;
  indexed?: boolean;
  quantity?: Quantity;
  part?: Part;
}

const property =
  (type: ScalarType) =>
  (description: string, options: PropertyOptions = {}): PropertyDecorator => {
    const { required = false, list = false, indexed = false, quantity, part } = options;
    return (target, name) => {
      append<PropertyDeclaration>(keys.properties, target, {
        name: String(name),
        description,
        type,
        required,
        list,
        indexed,
        ...(quantity && { quantity }),
        ...(part && { part }),
      });
    };
  };

export const Id = property('id');
export const Text = property('text');
export const Int = property('int');
export const Decimal = property('decimal');
export const Flag = property('flag');
export const PartialDate = property('date');
export const Instant = property('instant');

/** One of a closed list of values. */
export function OneOf(values: Choice, description: string, options: PropertyOptions = {}): PropertyDecorator {
  return property(values)(description, options);
}

const relation =
  (many: boolean, via: (edge: string | (() => Declared)) => RelationDeclaration['via'], decided = false) =>
  (
    description: string,
    other: () => Declared,
    edge: string | (() => Declared),
    inverse?: InverseDeclaration,
  ): PropertyDecorator =>
  (target, name) => {
    append<RelationDeclaration>(keys.relations, target, {
      name: String(name),
      description,
      many,
      other,
      via: via(edge),
      decided,
      ...(inverse && { inverse }),
    });
  };

const along = (edge: string | (() => Declared)): RelationDeclaration['via'] =>
  typeof edge === 'string' ? { kind: 'edge', type: edge } : { kind: 'edgeClass', edge };

/**
 * An edge from this kind to at most one other node; `edge` is its type, or the class that declares its properties. Where
 * the other end is an interface, `inverse` is how it shows the relation.
 */
export const ToOne = relation(false, along);
/** Edges from this kind to any number of nodes. */
export const ToMany = relation(true, along);
/** Edges that curators decide on, each way between any two nodes. No claim speaks of them. */
export const DecidedToMany = relation(true, along, true);

const against = (of: string | (() => Declared)): RelationDeclaration['via'] => ({
  kind: 'inverse',
  of: String(of),
});

/** The other end of a relation between kinds, seen by many: `of` names the property of the other class that declares the edge. */
export const FromMany: (description: string, other: () => Declared, of: string) => PropertyDecorator =
  relation(true, against);

/**
 * On a property with text, or on a relation to one: nodes are found by it. With `also`, so is what that relation of theirs
 * leads to: a corporation by the name that an event took from it.
 */
export function Searched(role: TextRole, also?: string): PropertyDecorator {
  return (target, name) => {
    append<SearchedDeclaration>(keys.searched, target, {
      name: String(name),
      role,
      ...(also !== undefined && { also }),
    });
  };
}

/** The nodes that an edge or a node refers to by their ids, which a property of it lists. */
export function Cites(description: string, other: () => Declared, listedIn: string): PropertyDecorator {
  return (target, name) => {
    append<CitationDeclaration>(keys.citations, target, {
      name: String(name),
      description,
      other,
      property: listedIn,
    });
  };
}

/** The nodes that a relation of what an edge refers to leads to: the conflicts that the claims behind it are part of. */
export function CitesThrough(
  description: string,
  other: () => Declared,
  listedIn: string,
  of: () => Declared,
  relation: string,
): PropertyDecorator {
  return (target, name) => {
    append<CitationDeclaration>(keys.citations, target, {
      name: String(name),
      description,
      other,
      property: listedIn,
      through: { of, relation },
    });
  };
}

export const kindOf = (declared: Declared): KindDeclaration | undefined => read(keys.kind, declared);
export const edgeOf = (declared: Declared): EdgeDeclaration | undefined => read(keys.edge, declared);
/** The properties that this very class declares, in the order they are written. */
export const propertiesOf = (declared: Declared): readonly PropertyDeclaration[] =>
  read(keys.properties, declared) ?? [];
export const relationsOf = (declared: Declared): readonly RelationDeclaration[] =>
  read(keys.relations, declared) ?? [];
export const citationsOf = (declared: Declared): readonly CitationDeclaration[] =>
  read(keys.citations, declared) ?? [];

export const searchedOf = (declared: Declared): readonly SearchedDeclaration[] =>
  read(keys.searched, declared) ?? [];

function record(key: symbol, value: object): ClassDecorator {
  return (target) => {
    Reflect.defineMetadata(key, Object.freeze(value), target);
  };
}

function append<T extends object>(key: symbol, prototype: object, value: T): void {
  const declared = prototype.constructor;
  const before = (Reflect.getOwnMetadata(key, declared) as readonly T[] | undefined) ?? [];
  Reflect.defineMetadata(key, Object.freeze([...before, Object.freeze(value)]), declared);
}

function read<T>(key: symbol, declared: Declared): T | undefined {
  return Reflect.getOwnMetadata(key, declared) as T | undefined;
}

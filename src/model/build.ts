import type {
  Choice,
  CitationDeclaration,
  Declared,
  EdgeDeclaration,
  PropertyDeclaration,
  RelationDeclaration,
} from './declarations';
import { citationsOf, edgeOf, kindOf, propertiesOf, relationsOf, searchedOf } from './decorators';
import { checkModel } from './checks';
import type {
  Citation,
  Edge,
  GraphModel,
  NodeInterface,
  NodeKind,
  NodeType,
  Property,
  Relation,
} from './graph-model';

/**
 * Builds the frozen model from a list of decorated classes. Interfaces are found through `extends`.
 * Throws an Error that names the class and the property for every declaration that does not hold together.
 *
 * @param made declares what is made from claims besides what they speak of
 */
export function buildGraphModel(classes: readonly Declared[], made: MadeFromClaims = {}): GraphModel {
  const types = new Map<string, NodeType>();
  for (const declared of [...interfacesOf(classes), ...classes]) {
    const type = nodeType(declared, classes, made);
    if (types.has(type.name)) throw new Error(`Model: ${type.name} is listed twice.`);
    types.set(type.name, type);
  }
  const all = [...types.values()];
  const kinds = all.filter((type): type is NodeKind => type.kind === 'kind');
  const slugs = new Map(kinds.map((kind) => [kind.slug, kind]));
  const model: GraphModel = Object.freeze({
    kinds: Object.freeze(kinds),
    interfaces: Object.freeze(all.filter((type): type is NodeInterface => type.kind === 'interface')),
    choices: Object.freeze(choicesOf(all)),
    type: (name: string) => types.get(name) ?? fail(`Model: there is no type ${name}.`),
    kindOfId: (id: string) => slugs.get(id.slice(0, Math.max(0, id.indexOf('/')))),
  });
  checkModel(model);
  return model;
}

/** Classes that declare what each edge that is made from claims has, and what each node. */
interface MadeFromClaims {
  readonly edge?: Declared;
  readonly node?: Declared;
}

function nodeType(
  declared: Declared,
  classes: readonly Declared[],
  { edge: factEdge, node: factNode }: MadeFromClaims,
): NodeType {
  const declaration =
    kindOf(declared) ?? fail(`Model: ${declared.name} is not declared with @Kind or @Interface.`);
  const ancestry = ancestryOf(declared);
  const declaredOwn = ancestry.flatMap((ancestor) =>
    propertiesOf(ancestor).map((own) => property(ancestor, own)),
  );
  const properties = [...declaredOwn, ...derivedOf(declared, declaredOwn, factNode)];
  const relations = ancestry.flatMap((ancestor) => [
    ...relationsOf(ancestor).map((own) => relation(ancestor, own, factEdge)),
    ...inversesOf(ancestor, classes, factEdge),
  ]);
  const base = {
    name: declared.name,
    description: declaration.description,
    properties: Object.freeze(properties),
    relations: Object.freeze(relations),
    citations: Object.freeze(factNode === undefined ? [] : citationsOf(factNode).map(citation)),
    searched: Object.freeze(ancestry.flatMap(searchedOf)),
    interfaces: Object.freeze(ancestry.slice(0, -1).map((ancestor) => ancestor.name)),
    kinds: Object.freeze(
      classes.filter((kind) => ancestryOf(kind).includes(declared)).map((kind) => kind.name),
    ),
    property: lookUp(properties),
    relation: lookUp(relations),
  };
  if (declaration.plural === undefined) return Object.freeze({ ...base, kind: 'interface' });
  return Object.freeze({
    ...base,
    kind: 'kind',
    singular: declared.name[0]!.toLowerCase() + declared.name.slice(1),
    plural: declaration.plural,
    slug: declared.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase(),
    evidence: declaration.evidence,
    ownSearched: searchedOf(declared).length > 0,
    hub: declaration.hub,
    about: declaration.about,
  });
}

const property = (owner: Declared, own: PropertyDeclaration): Property =>
  Object.freeze({ ...own, owner: owner.name });

/** What is made from the claims about a node. A type that has such a property of its own keeps it. */
function derivedOf(type: Declared, own: readonly Property[], factNode: Declared | undefined): Property[] {
  if (factNode === undefined) return [];
  return propertiesOf(factNode).flatMap((declaration) => {
    const kept = own.find(({ name }) => name === declaration.name);
    if (kept === undefined) return property(factNode, { ...declaration, derived: true });
    if (kept.type === declaration.type && kept.list === declaration.list) return [];
    return fail(`Model: ${type.name}.${kept.name} is of another type than that of all nodes.`);
  });
}

function relation(owner: Declared, own: RelationDeclaration, factEdge: Declared | undefined): Relation {
  const { name, description, many } = own;
  const other = own.other();
  const base = { name, description, owner: owner.name, many, target: other.name };
  if (own.via.kind !== 'inverse') {
    return Object.freeze({ ...base, edge: edge(owner, own, factEdge), direction: 'out' });
  }
  const forwardName = own.via.of;
  const forward =
    relationsOf(other).find(
      (candidate) => candidate.name === forwardName && candidate.via.kind !== 'inverse',
    ) ??
    fail(
      `Model: ${owner.name}.${name} is the other end of ${other.name}.${forwardName}, which does not exist.`,
    );
  return Object.freeze({ ...base, edge: edge(other, forward, factEdge), direction: 'in' });
}

/** The relations of an interface that the kinds at their other ends have written down. */
function inversesOf(
  target: Declared,
  classes: readonly Declared[],
  factEdge: Declared | undefined,
): Relation[] {
  return classes.flatMap((owner) =>
    relationsOf(owner).flatMap((forward) => {
      if (forward.inverse === undefined || forward.other() !== target) return [];
      const base = { ...forward.inverse, owner: target.name, many: true, target: owner.name };
      return Object.freeze({ ...base, edge: edge(owner, forward, factEdge), direction: 'in' as const });
    }),
  );
}

/** The edge of a forward relation. The class that declares it says whether it is evidence or fact, unless it is decided. */
function edge(owner: Declared, own: RelationDeclaration, factEdge: Declared | undefined): Edge {
  const isFact = !own.decided && !(kindOf(owner)?.evidence ?? false);
  const parts = [edgeClassOf(own), isFact ? factEdge : undefined].filter((part) => part !== undefined);
  return Object.freeze({
    ...edgeTypeOf(own),
    properties: Object.freeze(parts.flatMap(propertiesOf)),
    citations: Object.freeze(parts.flatMap(citationsOf).map(citation)),
  });
}

const edgeClassOf = ({ via }: RelationDeclaration): Declared | undefined =>
  via.kind === 'edgeClass' ? via.edge() : undefined;

function edgeTypeOf({ via, description }: RelationDeclaration): EdgeDeclaration {
  if (via.kind === 'edge') return { type: via.type, description };
  const declared =
    via.kind === 'edgeClass' ? via.edge() : fail('Model: an inverse relation has no edge of its own.');
  return edgeOf(declared) ?? fail(`Model: ${declared.name} is not declared with @EdgeType.`);
}

const citation = ({ other, through, ...own }: CitationDeclaration): Citation =>
  Object.freeze({
    ...own,
    target: other().name,
    through: through && { type: through.of().name, relation: through.relation },
  });

/** The class and the declared classes it extends, the most general first. */
function ancestryOf(declared: Declared): Declared[] {
  const ancestry: Declared[] = [];
  for (
    let at: Declared | null = declared;
    at !== null && kindOf(at) !== undefined;
    at = Object.getPrototypeOf(at) as Declared | null
  ) {
    ancestry.unshift(at);
  }
  return ancestry;
}

function interfacesOf(classes: readonly Declared[]): Declared[] {
  return [...new Set(classes.flatMap((declared) => ancestryOf(declared).slice(0, -1)))];
}

function choicesOf(types: readonly NodeType[]): Choice[] {
  const properties = types.flatMap((type) => [
    ...type.properties,
    ...type.relations.flatMap((relation) => relation.edge.properties),
  ]);
  return [...new Set(properties.flatMap(({ type }) => (typeof type === 'object' ? [type] : [])))];
}

function lookUp<T extends { readonly name: string }>(list: readonly T[]): (name: string) => T | undefined {
  const byName = new Map(list.map((item) => [item.name, item]));
  return (name) => byName.get(name);
}

function fail(message: string): never {
  throw new Error(message);
}

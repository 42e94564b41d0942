import { aggregateField, aggregateTypes } from './aggregate-names';
import { compositesOf, shownProperties } from './composites';
import type { Composite, PropertyDeclaration } from './declarations';
import type { Edge, GraphModel, NodeType } from './graph-model';
import { orderName } from './order-names';

/** One rule, one function: each yields what is wrong with the model, in words for whoever declared it. */
type Check = (model: GraphModel) => Iterable<string>;

const checks: readonly Check[] = [
  everyTargetIsListed,
  everyCitationLeadsOn,
  namesAreGraphQLNames,
  choicesAreGraphQLNames,
  namesAreUnique,
  typesAreUnique,
  edgesAreUnambiguous,
  namesAreFree,
  aggregatesAreUnambiguous,
  ordersAreUnambiguous,
  edgesOfATypeAreAlike,
  everyNodeHasAnId,
  whatIsSearchedIsText,
];

/** Throws one Error with all complaints. */
export function checkModel(model: GraphModel): void {
  const complaints = checks.flatMap((check) => [...check(model)]);
  if (complaints.length > 0) throw new Error(`Model:\n${complaints.map((line) => `  - ${line}`).join('\n')}`);
}

const typesOf = (model: GraphModel): readonly NodeType[] => [...model.interfaces, ...model.kinds];

function* everyTargetIsListed(model: GraphModel): Iterable<string> {
  const names = new Set(typesOf(model).map((type) => type.name));
  for (const type of typesOf(model)) {
    for (const { name, target } of type.relations) {
      if (!names.has(target))
        yield `${type.name}.${name} leads to ${target}, which the list of kinds does not name.`;
    }
  }
}

/** What edges cite through something has to be a kind, reached by a relation to many of what stands between. */
function* everyCitationLeadsOn(model: GraphModel): Iterable<string> {
  const citations = typesOf(model).flatMap(({ relations }) =>
    relations.flatMap(({ edge }) => edge.citations),
  );
  for (const { name, target, through } of new Set(citations)) {
    const from = typesOf(model).find((type) => type.name === through?.type);
    if (through !== undefined && from?.relation(through.relation)?.target !== target)
      yield `${name} leads to ${target} through ${through.type}.${through.relation}, which does not.`;
  }
}

/** Names become part of schemas and statements: letters, digits and underscores only, and no `__` that GraphQL reserves. */
const isName = (name: string): boolean => /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/.test(name);

function* namesAreGraphQLNames(model: GraphModel): Iterable<string> {
  for (const type of typesOf(model)) {
    const names = [
      type.name,
      ...type.properties.map((property) => property.name),
      ...type.relations.flatMap(({ name, edge }) => [
        name,
        edge.type,
        ...edge.properties.map((own) => own.name),
      ]),
    ];
    for (const name of names)
      if (!isName(name)) yield `${type.name}: ${name} is not a name that GraphQL allows.`;
  }
}

function* choicesAreGraphQLNames({ choices }: GraphModel): Iterable<string> {
  const literals = ['true', 'false', 'null'];
  for (const { name, values } of choices) {
    for (const each of [name, ...Object.keys(values)])
      if (!isName(each) || literals.includes(each))
        yield `${name}: ${each} is not a name that GraphQL allows.`;
  }
}

function* namesAreUnique(model: GraphModel): Iterable<string> {
  const roots = model.kinds.flatMap((kind) => [kind.singular, kind.plural]);
  for (const name of twice(roots)) yield `The root field ${name} is declared twice.`;
  for (const type of typesOf(model)) {
    const fields = namesIn(type.properties, [...type.relations, ...type.citations]);
    for (const name of twice(fields)) yield `${type.name}.${name} is declared twice.`;
  }
}

/** Two choices of one name would show as one enum, with the values of the later. */
function* typesAreUnique(model: GraphModel): Iterable<string> {
  const composites = compositesIn(model).map(({ type }) => type);
  const names = [...[...typesOf(model), ...model.choices].map(({ name }) => name), ...composites];
  for (const name of twice(names)) yield `The type ${name} is declared twice.`;
}

/** The objects in which properties of nodes and edges are shown together. */
const compositesIn = (model: GraphModel): readonly Composite[] =>
  compositesOf(
    typesOf(model).flatMap(({ properties, relations }) => [
      ...properties,
      ...relations.flatMap(({ edge }) => edge.properties),
    ]),
  );

/**
 * The edges of a connection have `node` and `cursor`, what the edge itself has, and what it cites. The conditions on an
 * edge have AND, OR and NOT beside `node` and its properties.
 */
function* edgesAreUnambiguous(model: GraphModel): Iterable<string> {
  for (const { name, relations } of typesOf(model)) {
    for (const { name: relation, edge } of relations) {
      const fields = ['node', 'cursor', ...junctions, ...namesIn(edge.properties, edge.citations)];
      for (const field of twice(fields)) yield `${name}.${relation}: its edges have ${field} twice.`;
    }
  }
}

const junctions = ['AND', 'OR', 'NOT'];

/** The names of the fields that show properties and whatever else there is. */
const namesIn = (
  properties: readonly PropertyDeclaration[],
  others: readonly { name: string }[],
): string[] => [
  ...[...shownProperties(properties), ...others].map(({ name }) => name),
  ...compositesOf(properties).map(({ field }) => field),
];

/** Names that the schema gives to fields of its own beside those of the model: `plantsEdge` beside `plants`. */
function* namesAreFree(model: GraphModel): Iterable<string> {
  const roots = model.kinds.flatMap(({ singular, plural }) => [singular, plural]);
  const taken = roots.filter((name) => ['node', 'nodes'].includes(name));
  const fields = typesOf(model).flatMap(({ name, properties, relations }) =>
    [...properties, ...relations]
      .filter((field) => [...junctions, ...relations.map((own) => `${own.name}Edge`)].includes(field.name))
      .map((field) => `${name}.${field.name}`),
  );
  for (const name of [...taken, ...fields])
    yield `${name}: this name is needed for a filter or a root field.`;
}

/** Beside `plants` stands `plantsAggregate`, and the types of it are named after the type that is aggregated. */
function* aggregatesAreUnambiguous(model: GraphModel): Iterable<string> {
  const roots = model.kinds.flatMap(({ singular, plural }) => [singular, plural]);
  const fields = typesOf(model).flatMap(({ name, properties, relations }) => {
    const aggregates = relations.filter(({ many }) => many).map((own) => aggregateField(own.name));
    return [...properties, ...relations]
      .filter((field) => aggregates.includes(field.name))
      .map((field) => `${name}.${field.name}`);
  });
  const types = new Set(typesOf(model).flatMap(({ name }) => aggregateTypes(name)));
  const taken = [
    ...model.kinds.map(({ plural }) => aggregateField(plural)).filter((name) => roots.includes(name)),
    ...fields,
    ...[...typesOf(model), ...model.choices].map(({ name }) => name).filter((name) => types.has(name)),
  ];
  for (const name of taken) yield `${name}: this name is needed for an aggregate.`;
}

/** Beside the properties of its far ends stands `edge` in the order of a relation; and each order is a type of the schema. */
function* ordersAreUnambiguous(model: GraphModel): Iterable<string> {
  const relations = typesOf(model).flatMap((type) => type.relations);
  for (const { owner, name, target, edge } of relations) {
    const own = typesOf(model).find((type) => type.name === target);
    if (edge.properties.length > 0 && (own?.property('edge') ?? own?.relation('edge')) !== undefined)
      yield `${target}.edge: in an order of ${owner}.${name} this name is needed for its edges.`;
  }
  const ofRelations = relations.map(({ owner, name }) => orderName.ofRelation(owner, name));
  const ofEdges = relations.map(({ edge }) => edge.type);
  const names = [
    ...[...typesOf(model), ...model.choices].map(({ name }) => name),
    ...typesOf(model).flatMap(({ name }) => [orderName.ofType(name), orderName.ofMany(name)]),
    // A relation of an interface is seen at each of its kinds, and an edge from both ends.
    ...new Set(ofRelations),
    ...new Set(ofEdges.map(orderName.ofEdge)),
    ...compositesIn(model).map(({ type }) => orderName.ofType(type)),
  ];
  for (const name of twice(names)) yield `${name} would be two types of the schema.`;
}

/** An order by the properties of an edge is one type of the schema, whichever relation it is for. */
function* edgesOfATypeAreAlike(model: GraphModel): Iterable<string> {
  const known = new Map<string, string>();
  for (const { name, relations } of typesOf(model)) {
    for (const { name: relation, edge } of relations) {
      if (edge.properties.length === 0) continue;
      const signature = signatureOf(edge);
      if ((known.get(edge.type) ?? signature) !== signature)
        yield `${name}.${relation}: other edges ${edge.type} have other properties.`;
      known.set(edge.type, signature);
    }
  }
}

const signatureOf = ({ properties }: Edge): string =>
  properties.map(({ name, list }) => `${name}${list ? '[]' : ''}`).join();

function* everyNodeHasAnId(model: GraphModel): Iterable<string> {
  for (const type of typesOf(model)) {
    if (type.property('id')?.type !== 'id') yield `${type.name} has no property id declared with @Id.`;
  }
}

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

/** Nodes are found by text, or by the name of the one node that a relation leads to. */
function* whatIsSearchedIsText(model: GraphModel): Iterable<string> {
  for (const type of typesOf(model)) {
    for (const { name, also } of type.searched) {
      const isText =
        ['id', 'text'].includes(type.property(name)?.type as string) || type.relation(name)?.many === false;
      if (!isText) yield `${type.name}.${name} is searched, and is neither text nor a relation to one.`;
      if (also !== undefined && type.relation(also)?.direction !== 'out')
        yield `${type.name}.${name} is searched for ${also}, which is no relation that ${type.name} declares.`;
    }
  }
}

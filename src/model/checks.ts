import type { GraphModel, NodeType } from './graph-model';

/** One rule, one function: each yields what is wrong with the model, in words for whoever declared it. */
type Check = (model: GraphModel) => Iterable<string>;

const checks: readonly Check[] = [
  everyTargetIsListed,
  namesAreGraphQLNames,
  namesAreUnique,
  everyNodeHasAnId,
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

/** Names become part of schemas and statements: letters, digits and underscores only, and no `__` that GraphQL reserves. */
function* namesAreGraphQLNames(model: GraphModel): Iterable<string> {
  const valid = (name: string): boolean => /^(?!__)[A-Za-z_][A-Za-z0-9_]*$/.test(name);
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
      if (!valid(name)) yield `${type.name}: ${name} is not a name that GraphQL allows.`;
  }
}

function* namesAreUnique(model: GraphModel): Iterable<string> {
  const roots = model.kinds.flatMap((kind) => [kind.singular, kind.plural]);
  for (const name of twice(roots)) yield `The root field ${name} is declared twice.`;
  for (const type of typesOf(model)) {
    const fields = [...type.properties, ...type.relations].map((field) => field.name);
    for (const name of twice(fields)) yield `${type.name}.${name} is declared twice.`;
  }
}

function* everyNodeHasAnId(model: GraphModel): Iterable<string> {
  for (const type of typesOf(model)) {
    if (type.property('id')?.type !== 'id') yield `${type.name} has no property id declared with @Id.`;
  }
}

const twice = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

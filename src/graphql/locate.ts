import {
  getLocation,
  Kind,
  parse,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type SourceLocation,
} from 'graphql';

/**
 * Where in the document an argument stands, given its path by response names: `corporations.nodes.plants.first`. The
 * deepest part of the path that the document spells out; what is inside a variable is shown at the variable.
 */
export function locateArgument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  path: string,
): SourceLocation | undefined {
  if (path.startsWith('@')) return locateInDirective(operation, path.slice(1));
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  let field: FieldNode | undefined;
  for (const step of path.split('.')) {
    const next = fieldsOf(document, sets).filter(({ alias, name }) => (alias ?? name).value === step);
    if (next.length === 0) return locationOf(argumentOf(field, step) ?? field);
    field = next[0];
    sets = next.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return locationOf(field);
}

/** `asOf.valid` */
function locateInDirective(
  { directives }: OperationDefinitionNode,
  path: string,
): SourceLocation | undefined {
  const [name, argument] = path.split('.');
  const directive = directives?.find((own) => own.name.value === name);
  return locationOf(directive?.arguments?.find((own) => own.name.value === argument) ?? directive);
}

/**
 * The other way round, of a value that stands in a document: the path of the argument that it is given for, `trace.at`, or the
 * variable that it is given for, `$at`. Undefined for what is no value of either.
 */
export function argumentAround({ loc }: ASTNode): string | undefined {
  if (loc === undefined) return undefined;
  const found = { path: [] as string[], isValue: false };
  visit(parse(loc.source.body), {
    enter(node) {
      if (node.loc!.start > loc.start || node.loc!.end < loc.end) return false;
      if (node.kind === Kind.FIELD) found.path.push((node.alias ?? node.name).value);
      if (node.kind === Kind.DIRECTIVE) found.path.push(`@${node.name.value}`);
      if (node.kind === Kind.VARIABLE_DEFINITION) found.path.push(`$${node.variable.name.value}`);
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) found.path.push(node.name.value);
      found.isValue ||= node.kind === Kind.ARGUMENT || node.kind === Kind.VARIABLE_DEFINITION;
      return undefined;
    },
  });
  return found.isValue ? found.path.join('.') : undefined;
}

const argumentOf = (field: FieldNode | undefined, name: string) =>
  field?.arguments?.find((argument) => argument.name.value === name);

function locationOf(node: { readonly loc?: FieldNode['loc'] } | undefined): SourceLocation | undefined {
  return node?.loc && getLocation(node.loc.source, node.loc.start);
}

/** The fields of selection sets, those in fragments included. Validation has made sure that fragments form no cycle. */
function fieldsOf(document: DocumentNode, sets: readonly SelectionSetNode[]): FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, [selection.selectionSet]);
      const fragment = document.definitions.find(
        (definition): definition is FragmentDefinitionNode =>
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      return fragment === undefined ? [] : fieldsOf(document, [fragment.selectionSet]);
    }),
  );
}

import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Values } from './variable-shape';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields that are selected on one object, by response name; those of one name are merged. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

export interface Collecting {
  readonly fragments: Fragments;
  readonly variables: Values;
}

/**
 * CollectFields of the specification (6.3.2).
 *
 * @param fits whether a condition on the type of the object holds
 */
export function collectFields(
  { fragments, variables }: Collecting,
  selectionSets: readonly (SelectionSetNode | undefined)[],
  fits: (type: string) => boolean = () => true,
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  const collectAll = (set: SelectionSetNode, condition: string | undefined): void => {
    if (condition === undefined || fits(condition)) set.selections.forEach(collect);
  };
  const collect = (selection: SelectionNode): void => {
    if (!isIncluded(selection, variables)) return;
    switch (selection.kind) {
      case Kind.FIELD:
        append(fields, (selection.alias ?? selection.name).value, selection);
        return;
      case Kind.INLINE_FRAGMENT:
        collectAll(selection.selectionSet, selection.typeCondition?.name.value);
        return;
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        if (visited.has(name)) return;
        visited.add(name);
        const { selectionSet, typeCondition } = fragments[name]!;
        collectAll(selectionSet, typeCondition.name.value);
      }
    }
  };
  for (const set of selectionSets) if (set !== undefined) collectAll(set, undefined);
  return fields;
}

function append(fields: Map<string, FieldNode[]>, key: string, node: FieldNode): void {
  const known = fields.get(key);
  if (known === undefined) fields.set(key, [node]);
  else known.push(node);
}

function isIncluded(selection: SelectionNode, variables: Values): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

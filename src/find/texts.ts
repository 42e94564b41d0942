import type { GraphProperties, NodeKind, TextRole } from '../model';
import { searchProperties } from '../model';
import { nameTerms, wordTerms } from './terms';
import { analyse } from './words';

/** A text of a node: the property or the relation that has it, and what it says. */
export interface NodeText {
  readonly property: string;
  readonly role: TextRole;
  readonly written: string;
}

/** Of an id, what tells it from others of its kind: what people write of it. */
const slugOf = (id: string): string => id.slice(id.indexOf('/') + 1);

/**
 * The texts by which a node is found: those of its properties, and the names of what its relations lead to.
 *
 * @param valuesOf the values of a property, or the names at the end of a relation
 */
export function textsOf(kind: NodeKind, valuesOf: (name: string) => readonly string[]): NodeText[] {
  return kind.searched.flatMap(({ name, role }) =>
    valuesOf(name).map((value) => {
      const written = name === 'id' ? slugOf(value) : value;
      return { property: name, role, written };
    }),
  );
}

/** The texts of a property: one, several or none. */
export const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

/** What is stored of a node so that it is found by its texts. */
export function termsOf(kind: NodeKind, texts: readonly NodeText[]): GraphProperties {
  const analysed = texts.map(({ role, written }) => ({ role, text: analyse(written) }));
  return {
    [searchProperties.kind]: kind.slug,
    [searchProperties.names]: nameTerms(analysed),
    [searchProperties.words]: wordTerms(analysed),
  };
}

import {
  isPartialDate,
  type GraphModel,
  type GraphProperties,
  type PropertyDeclaration,
  type ScalarType,
} from '../model';
import type { ClaimRecord } from './evidence';

/** The value of a claim as a property of that type keeps it. The text has been checked against the type. */
export function valueOf(type: ScalarType, text: string): string | number | boolean {
  if (type === 'int' || type === 'decimal') return Number(text);
  if (type === 'flag') return text === 'true';
  return text;
}

/** What is wrong with a text as a value of that type: what would be right, or undefined where it is. */
export function expectationOf(type: ScalarType, text: string): string | undefined {
  if (typeof type === 'object') {
    return Object.hasOwn(type.values, text) ? undefined : `one of ${Object.keys(type.values).join(', ')}`;
  }
  if (type === 'int') return /^-?\d{1,9}$/.test(text) ? undefined : 'a whole number';
  if (type === 'decimal') return /^-?\d+(\.\d+)?$/.test(text) ? undefined : 'a number such as 12.5';
  if (type === 'flag') return text === 'true' || text === 'false' ? undefined : 'true or false';
  if (type === 'date') return isPartialDate(text) ? undefined : 'a date: YYYY, YYYY-MM or YYYY-MM-DD';
  return undefined;
}

/** The pairs of `role=cell supplier; share=51`. */
export const pairsOf = (text: string): [name: string, value: string][] =>
  text
    .split(';')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });

/** The properties of the edge that a claim about a relation states. */
export function edgePropertiesOf(
  model: GraphModel,
  { subject, property, edge }: ClaimRecord,
): GraphProperties {
  const declared = declaredEdgeProperties(model, subject, property);
  return Object.fromEntries(
    pairsOf(edge ?? '').map(([name, value]) => [
      name,
      valueOf(declared.find((own) => own.name === name)!.type, value),
    ]),
  );
}

export const declaredEdgeProperties = (
  model: GraphModel,
  subject: string,
  relation: string,
): readonly PropertyDeclaration[] => model.kindOfId(subject)?.relation(relation)?.edge.properties ?? [];

import {
  isPartialDate,
  type Choice,
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
  const { fits, expected } = typeof type === 'object' ? oneOf(type) : forms[type];
  return fits(text) ? undefined : expected;
}

/** How a value of a type is written in a seed file. */
interface Form {
  readonly fits: (text: string) => boolean;
  readonly expected: string;
}

const oneOf = ({ values }: Choice): Form => ({
  fits: (text) => Object.hasOwn(values, text),
  expected: `one of ${Object.keys(values).join(', ')}`,
});

const anyText: Form = { fits: (text) => text !== '', expected: 'a text' };

const forms: Record<Exclude<ScalarType, Choice>, Form> = {
  id: anyText,
  text: anyText,
  int: {
    fits: (text) => /^-?\d+$/.test(text) && Math.abs(Number(text)) < 2 ** 31,
    expected: 'a whole number of at most 32 bits',
  },
  decimal: {
    fits: (text) => /^-?\d+(\.\d+)?$/.test(text) && Number.isFinite(Number(text)),
    expected: 'a number such as 12.5',
  },
  flag: { fits: (text) => text === 'true' || text === 'false', expected: 'true or false' },
  date: { fits: isPartialDate, expected: 'a date: YYYY, YYYY-MM or YYYY-MM-DD' },
  instant: {
    fits: (text) => !Number.isNaN(Date.parse(text)) && text === new Date(text).toISOString(),
    expected: 'a date and time in UTC, such as 2024-09-06T00:00:00.000Z',
  },
};

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

import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isPartialDate } from '../../model';

function parsePartialDate(value: unknown): string {
  if (typeof value === 'string' && isPartialDate(value)) return value;
  throw new GraphQLError(`PartialDate is YYYY, YYYY-MM or YYYY-MM-DD; given is ${JSON.stringify(value)}.`);
}

/** Dates as sources give them, of reduced precision where that is all that is known. Text order is time order. */
export const PartialDateScalar = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  description: 'A date of ISO 8601 in the precision that is known: `2024`, `2024-09` or `2024-09-06`.',
  serialize: String,
  parseValue: parsePartialDate,
  parseLiteral: (node) => parsePartialDate(node.kind === Kind.STRING ? node.value : undefined),
});

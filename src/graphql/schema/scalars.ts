import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { isPartialDate } from '../../model';

/** @param nodes where the value stands in a document */
function parsePartialDate(value: unknown, nodes?: ValueNode): string {
  if (typeof value === 'string' && isPartialDate(value)) return value;
  const message = `PartialDate is YYYY, YYYY-MM or YYYY-MM-DD; given is ${JSON.stringify(value)}.`;
  throw new GraphQLError(message, { nodes });
}

/** Dates as sources give them, of reduced precision where that is all that is known. Text order is time order. */
export const PartialDateScalar = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  description: 'A date of ISO 8601 in the precision that is known: `2024`, `2024-09` or `2024-09-06`.',
  serialize: String,
  parseValue: (value) => parsePartialDate(value),
  parseLiteral: (node) => parsePartialDate(node.kind === Kind.STRING ? node.value : undefined, node),
});

/** An instant. The graph keeps it as text in UTC, to the millisecond, so that is what a value of a request becomes. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  ...GraphQLDateTimeISO.toConfig(),
  parseValue: (value) => GraphQLDateTimeISO.parseValue(value).toISOString(),
  parseLiteral: (node, variables) => GraphQLDateTimeISO.parseLiteral(node, variables).toISOString(),
});

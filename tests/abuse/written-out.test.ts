import { buildSchema, parse, validate, type ValidationContext } from 'graphql';
import { withinLimitsWrittenOut } from '../../src/server/written-out';

const schema = buildSchema('type Query { a: Query }');

/** Each fragment spreads the next one so many times. */
const doubling = (fragments: number, spreads: number): string =>
  Array.from(
    { length: fragments },
    (_, at) => `fragment F${at} on Query { ${`...F${at + 1} `.repeat(spreads)}}`,
  ).join(' ') + ` fragment F${fragments} on Query { a { __typename } }`;

/** What is complained of, and how often a fragment was looked up. */
function judge(query: string): { complaints: string[]; lookUps: number } {
  let lookUps = 0;
  const rule = withinLimitsWrittenOut({ maxNesting: 60, maxSelections: 10_000 });
  const counting = (context: ValidationContext) => {
    const getFragment: ValidationContext['getFragment'] = (name) => {
      lookUps++;
      return context.getFragment(name);
    };
    return rule(Object.create(context, { getFragment: { value: getFragment } }) as ValidationContext);
  };
  const complaints = validate(schema, parse(query), [counting]).map(({ message }) => message);
  return { complaints, lookUps };
}

test.each([2, 10])(
  '200 fragments that each spread the next one %d times are each measured once',
  (spreads) => {
    expect(judge(`{ ...F0 } ${doubling(200, spreads)}`)).toEqual({
      complaints: [expect.stringContaining('too large; allowed are at most 10000 fields')],
      lookUps: 201,
    });
  },
);

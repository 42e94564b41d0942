import { createRequire } from 'node:module';
import { join } from 'node:path';

// Anode's own: the one beside the peer makes another kind of schema.
const require = createRequire(join(import.meta.dirname, '..', '..', 'package.json'));
const { parse, print, TypeInfo, visit, visitWithTypeInfo } = require('graphql');

const number = (value) => ({ kind: 'IntValue', value: String(value) });
const argument = (name, value) => ({ kind: 'Argument', name: { kind: 'Name', value: name }, value });

/** The same operation with pages of that size in all its lists. */
export function stretched(query, schema, size) {
  const types = new TypeInfo(schema);
  const enter = (field) => {
    if (!types.getFieldDef()?.args.some(({ name }) => name === 'after')) return undefined;
    const isSize = ({ name }) => name.value === 'first' || name.value === 'last';
    const given = field.arguments?.find(isSize);
    const others = field.arguments?.filter((each) => !isSize(each)) ?? [];
    return { ...field, arguments: [...others, argument(given?.name.value ?? 'first', number(size))] };
  };
  return print(visit(parse(query), visitWithTypeInfo(types, { Field: { enter } })));
}

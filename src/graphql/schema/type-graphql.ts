import {
  Arg,
  buildSchemaSync,
  Field,
  getMetadataStorage,
  InputType,
  InterfaceType,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { GraphQLInterfaceType, GraphQLObjectType, specifiedDirectives, type GraphQLSchema } from 'graphql';
import { kindKey } from '../../plan';
import { asOfDirective, resolveDirective } from './directives';

/**
 * type-graphql keeps what it is told in statics of the process. This module is the only one that touches them: a schema
 * is declared through `declareSchema` from beginning to end, and what was told before is forgotten first.
 *
 * Its decorators are called as plain functions on classes made for the purpose, so that one pass over a GraphModel
 * declares a whole schema. Types are thunks: classes of one another are made before the first thunk runs.
 */
export type TypeThunk = () => unknown;
type GeneratedClass = abstract new () => object;

export interface FieldSpec {
  readonly name: string;
  readonly type: TypeThunk;
  readonly description?: string;
  /** `items`: the list is there, but some of its items may be null. */
  readonly nullable?: boolean | 'items';
  readonly args?: readonly ArgSpec[];
}

export interface ArgSpec {
  readonly name: string;
  readonly type: TypeThunk;
  readonly description: string;
  readonly nullable?: boolean;
  readonly defaultValue?: unknown;
}

interface TypeSpec {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldSpec[];
}

export interface SchemaDeclarations {
  enumType(name: string, description: string, values: Readonly<Record<string, string>>): object;
  interfaceType(spec: TypeSpec & { readonly implements: readonly GeneratedClass[] }): GeneratedClass;
  objectType(spec: TypeSpec & { readonly implements: readonly GeneratedClass[] }): GeneratedClass;
  inputType(spec: TypeSpec): GeneratedClass;
  query(spec: FieldSpec): void;
}

/**
 * Runs `declare` and builds the schema of what it declared. Its fields have no resolvers: answers arrive assembled, by
 * response names (see `server/answer.ts`), and an abstract type is resolved by `kindKey`.
 */
export function declareSchema(declare: (declarations: SchemaDeclarations) => void): GraphQLSchema {
  getMetadataStorage().clear();
  const root = namedClass('Root');
  Resolver()(root);
  declare({
    enumType,
    interfaceType: (spec) => withFields(spec, InterfaceType(spec.name, options(spec))),
    objectType: (spec) => withFields(spec, ObjectType(spec.name, options(spec))),
    inputType: (spec) => withFields(spec, InputType(spec.name, { description: spec.description })),
    query: (spec) => {
      declareArgs(root, spec);
      const decorate = Query(spec.type as () => never, fieldOptions(spec));
      decorate(root.prototype as object, spec.name, {});
    },
  });
  const directives = [...specifiedDirectives, asOfDirective, resolveDirective];
  // What it would check by an introspection of all types, Apollo Server asserts when it starts.
  const schema = buildSchemaSync({ resolvers: [root], validate: false, skipCheck: true, directives });
  getMetadataStorage().clear();
  return withoutResolvers(schema);
}

const options = (spec: { description: string; implements: readonly GeneratedClass[] }) => ({
  description: spec.description,
  implements: spec.implements as never[],
});

const fieldOptions = ({ name, description, nullable = false }: FieldSpec) => ({
  name,
  nullable,
  ...(description !== undefined && { description }),
});

function enumType(name: string, description: string, values: Readonly<Record<string, string>>): object {
  const names = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(names, { name, description, valuesConfig });
  return names;
}

function withFields(spec: TypeSpec, decorate: ClassDecorator): GeneratedClass {
  const generated = namedClass(spec.name);
  for (const field of spec.fields) {
    declareArgs(generated, field);
    Field(field.type as () => never, fieldOptions(field))(generated.prototype as object, field.name);
  }
  decorate(generated as never);
  return generated;
}

function declareArgs(target: GeneratedClass, field: FieldSpec): void {
  field.args?.forEach(({ name, type, description, nullable = false, defaultValue }, at) => {
    const decorate = Arg(name, type as () => never, {
      description,
      nullable,
      ...(defaultValue !== undefined && { defaultValue }),
    });
    decorate(target.prototype as object, field.name, at);
  });
}

const namedClass = (name: string): GeneratedClass => ({ [name]: class {} })[name]!;

function withoutResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLInterfaceType) {
      type.resolveType = (value: Record<symbol, string>) => value[kindKey];
    } else if (type instanceof GraphQLObjectType && !type.name.startsWith('__')) {
      type.isTypeOf = null;
      for (const field of Object.values(type.getFields())) delete field.resolve;
    }
  }
  return schema;
}

import { AnodeError, AnodeErrors } from '../errors';
import { lastDay } from '../model';
import { readCursor } from './cursor';
import type { CursorKey, Parameter, Parameters, ValueSource } from './parameter';

export interface Limits {
  readonly maxPageSize: number;
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * The parameters of a statement for one request. Page sizes and cursors are checked here, before anything reaches a
 * store; all complaints are thrown together.
 */
export function bind(parameters: readonly Parameter[], variables: Variables, limits: Limits): Parameters {
  const bound: Record<string, unknown> = {};
  const errors: AnodeError[] = [];
  for (const parameter of parameters) {
    try {
      Object.assign(bound, bindOne(parameter, resolve(parameter.source, variables), limits));
    } catch (error) {
      if (!(error instanceof AnodeError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AnodeErrors(errors);
  return bound;
}

function bindOne(parameter: Parameter, value: unknown, limits: Limits): Parameters {
  switch (parameter.kind) {
    case 'value':
      return { [parameter.name]: value };
    case 'folded':
      return { [parameter.name]: folded(value as string | readonly string[]) };
    case 'limit':
      return {
        [parameter.name]: checkPageSize(parameter.argument, value as number, limits) + parameter.ahead,
      };
    case 'list':
      checkPageSize(parameter.argument, (value as unknown[]).length, limits);
      return { [parameter.name]: value };
    case 'day':
      return { [parameter.name]: lastDay(value as string) };
    case 'ids':
      checkPageSize(parameter.argument, (value as unknown[]).length, limits);
      checkIds(parameter, value as readonly string[]);
      return { [parameter.name]: value };
    case 'cursor':
      return bindCursor(parameter, value as string);
  }
}

const folded = (value: string | readonly string[]): string | string[] =>
  typeof value === 'string' ? value.toLowerCase() : value.map((item) => item.toLowerCase());

/** How many a page holds when a request does not say. */
export const defaultPageSize = 25;

/** The page size itself; throws PAGE_SIZE_OUT_OF_RANGE where it is none. */
export function checkPageSize(argument: string, given: number, { maxPageSize }: Limits): number {
  if (given >= 0 && given <= maxPageSize) return given;
  const allowed = `0 to ${String(maxPageSize)}`;
  throw new AnodeError('PAGE_SIZE_OUT_OF_RANGE', `${argument} is ${String(given)}; allowed is ${allowed}.`, {
    argument,
    given,
    allowed,
  });
}

function checkIds({ argument, prefix }: Extract<Parameter, { kind: 'ids' }>, ids: readonly string[]): void {
  const at = ids.findIndex((id) => !id.startsWith(prefix) || !isSlug(id.slice(prefix.length)));
  if (at < 0) return;
  const given = ids[at]!;
  const allowed = `an id: ${prefix}…`;
  const message = `${argument}.${String(at)} is ${JSON.stringify(given)}; allowed is ${allowed}.`;
  throw new AnodeError('BAD_USER_INPUT', message, { argument: `${argument}.${String(at)}`, given, allowed });
}

const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

function bindCursor(parameter: Extract<Parameter, { kind: 'cursor' }>, given: string): Parameters {
  const { argument, connection, keys } = parameter;
  const values = readCursor(argument, given, {
    connection,
    isKey: (own): own is readonly unknown[] =>
      own.length === keys.length && keys.every((key, at) => canBe(key, own[at])),
    allowed: 'a cursor of the same connection in the same order',
  });
  return Object.fromEntries(keys.map(({ name }, at) => [name, values[at]]));
}

/** Whoever recomputes the digest of a cursor may put anything into it; a store compares only values of one type. */
function canBe({ type, nullable }: CursorKey, value: unknown): boolean {
  if (value === null) return nullable;
  if (type === 'flag') return typeof value === 'boolean';
  return typeof value === (type === 'int' || type === 'decimal' ? 'number' : 'string');
}

/** The value that a source stands for in a request. */
export function resolve(source: ValueSource, variables: Variables): unknown {
  if (source.kind === 'constant') return source.value;
  if (source.kind === 'list') return source.items.map((item) => resolve(item, variables));
  if (source.kind === 'object')
    return Object.fromEntries(
      Object.entries(source.fields).map(([name, field]) => [name, resolve(field, variables)]),
    );
  return source.path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], variables);
}

import { parse, parseConstValue, print, valueFromASTUntyped } from 'graphql';
import type { Condition, Field, Item, Operation } from './selection';
import type { Value } from './values';

/** A variable that takes a cursor of a first answer: one of those below the alias of its connection. */
interface CursorVariable {
  readonly name: string;
  readonly alias: string;
  readonly pick: number;
}

export interface Printed {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cursors: readonly CursorVariable[];
}

export function printOperation(operation: Operation): Printed {
  const printer = new Printer(operation.shared);
  const selection = printer.selection(operation.items);
  const { definitions, declared, variables, cursors } = printer;
  const head = declared.length === 0 ? 'query' : `query (${declared.join(', ')})`;
  return { query: print(parse([`${head} ${selection}`, ...definitions].join('\n'))), variables, cursors };
}

/** Which way a connection is walked, and the arguments for it. */
export type Way = 'forwards' | 'backwards';
const pageOf: Readonly<Record<Way, string>> = {
  forwards: 'first: $size, after: $cursor',
  backwards: 'last: $size, before: $cursor',
};

/** A connection, to be walked page by page by `$size` and `$cursor`. */
export function printWalk(way: Way, from: string | undefined, field: Field, id: string): Printed {
  const printer = new Printer({});
  const args = [...field.args.map(([name, value]) => `${name}: ${printer.value(value)}`), pageOf[way]];
  const page = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  const selection = `list: ${field.name}(${args.join(', ')}) { edges { cursor node { id } } ${page} totalCount }`;
  const head = `query (${['$size: Int!', '$cursor: String', ...printer.declared].join(', ')})`;
  const body = from === undefined ? selection : `start: ${from}(id: ${JSON.stringify(id)}) { ${selection} }`;
  return { query: print(parse(`${head} { ${body} }`)), variables: printer.variables, cursors: [] };
}

class Printer {
  readonly definitions: string[] = [];
  readonly declared: string[] = [];
  readonly variables: Record<string, unknown> = {};
  readonly cursors: CursorVariable[] = [];
  private readonly sharedNames = new Map<string, string>();
  private numbers = 0;

  constructor(private readonly shared: Operation['shared']) {}

  selection(items: readonly Item[], more = ''): string {
    return `{ ${items.map((item) => this.item(item)).join(' ')} ${more} }`;
  }

  private item(item: Item): string {
    const condition = this.condition(item.condition);
    if (item.kind === 'field') return this.field(item, condition);
    const { on, how, twice, items } = item;
    if (how === 'inline')
      return `... ${on === undefined ? '' : `on ${on}`} ${condition} ${this.selection(items)}`;
    const name = how === 'named' ? this.fragment(on!, items) : this.sharedFragment(on!);
    return `...${name} ${condition} ${twice ? `...${name}` : ''}`;
  }

  private sharedFragment(on: string): string {
    const name = this.sharedNames.get(on) ?? this.fragment(on, this.shared[on]!);
    this.sharedNames.set(on, name);
    return name;
  }

  private fragment(on: string, items: readonly Item[]): string {
    const name = this.next('F');
    this.definitions.push(`fragment ${name} on ${on} ${this.selection(items)}`);
    return name;
  }

  /** A field with arguments is under an alias of its own, so that nothing clashes; one without may be merged. */
  private field({ name, alias: ownAlias, args, cursor, items }: Field, condition: string): string {
    const alias = args.length > 0 || cursor !== undefined ? this.next('f') : ownAlias;
    const printed = args.map(([arg, value]) => `${arg}: ${this.value(value)}`);
    if (cursor !== undefined) {
      const variable = this.declare('String', null);
      printed.push(`${cursor.arg}: $${variable}`);
      this.cursors.push({ name: variable, alias: alias!, pick: cursor.pick });
    }
    const marks = cursor === undefined ? '' : 'marks: edges { cursor }';
    return [
      alias === undefined ? name : `${alias}: ${name}`,
      printed.length === 0 ? '' : `(${printed.join(', ')})`,
      condition,
      items === undefined ? '' : this.selection(items, marks),
    ].join(' ');
  }

  private condition(condition: Condition | undefined): string {
    if (condition === undefined) return '';
    const { directive, value, variable } = condition;
    return `@${directive}(if: ${variable ? `$${this.declare('Boolean!', value)}` : value})`;
  }

  value(value: Value): string {
    const { type, mode } = value;
    switch (mode) {
      case 'literal':
        return this.literal(value);
      case 'given':
        return `$${this.declare(type, valueFromASTUntyped(parseConstValue(constant(value))))}`;
      case 'default':
        return `$${this.declare(`${type} = ${constant(value)}`)}`;
      case 'absent':
        return `$${this.declare(type.replace(/!$/, ''))}`;
    }
  }

  private literal({ content }: Value): string {
    return written(content, (value) => this.value(value));
  }

  private declare(type: string, value?: unknown): string {
    const name = this.next('v');
    this.declared.push(`$${name}: ${type}`);
    if (value !== undefined) this.variables[name] = value;
    return name;
  }

  private next(prefix: string): string {
    return `${prefix}${this.numbers++}`;
  }
}

/** A value as it stands where there can be no variables. */
const constant = ({ content }: Value): string =>
  written(content, (value) => (value.mode === 'absent' ? undefined : constant(value)));

function written(content: Value['content'], write: (value: Value) => string | undefined): string {
  if (typeof content === 'string') return content;
  if ('items' in content) {
    const { items, bare } = content;
    // A variable of the type of the item is not one of the type of the list.
    if (bare && items.length === 1 && items[0]!.mode === 'literal') return write(items[0]!)!;
    return `[${items.map(write).join(', ')}]`;
  }
  const fields = content.map(([name, value]) => [name, write(value)] as const);
  return `{${fields.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`)).join(', ')}}`;
}

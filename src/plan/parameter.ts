import type { PropertyDeclaration } from '../model';

/** Where a value of the request is found: written in the document, or at a path inside the coerced variables. */
export type ValueSource =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'variable'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'list'; readonly items: readonly ValueSource[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, ValueSource>> };

/** Where in the operation an argument stands, for complaints: `corporations.plants.first`. */
type ArgumentPath = string;

/** What one argument contributes to the parameters of a statement once a request's variables are known. */
export type Parameter =
  | { readonly kind: 'value'; readonly name: string; readonly source: ValueSource }
  /** A text, or a list of texts, in lower case. */
  | { readonly kind: 'folded'; readonly name: string; readonly source: ValueSource }
  /** A page size. The parameter is so many more: one, to learn whether there is more than the page. */
  | {
      readonly kind: 'limit';
      readonly name: string;
      readonly source: ValueSource;
      readonly argument: ArgumentPath;
      readonly ahead: Ahead;
    }
  /** A cursor: one parameter for each key of the order. */
  | {
      readonly kind: 'cursor';
      readonly keys: readonly CursorKey[];
      readonly source: ValueSource;
      readonly connection: string;
      readonly argument: ArgumentPath;
    }
  /** A list that may not be longer than a page. */
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly source: ValueSource;
      readonly argument: ArgumentPath;
    }
  /** A date, as the last day of it. */
  | { readonly kind: 'day'; readonly name: string; readonly source: ValueSource }
  /** A list of ids that begin so, no longer than a page. */
  | {
      readonly kind: 'ids';
      readonly name: string;
      readonly source: ValueSource;
      readonly argument: ArgumentPath;
      readonly prefix: string;
    };

/** How many nodes are read beyond a page. */
export type Ahead = 0 | 1;

/** One value of a cursor. */
export interface CursorKey {
  /** The parameter that takes it. */
  readonly name: string;
  readonly type: PropertyDeclaration['type'];
  /** Whether it may be missing. */
  readonly nullable: boolean;
}

export type Parameters = Readonly<Record<string, unknown>>;

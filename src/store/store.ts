import type { Capabilities } from '../plan';

/** A statement of Cypher with the parameters it names. */
export interface Statement {
  /** How many rows of a stream are handed on at a time, at most. */
  readonly rowsAtOnce?: number;
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A statement that makes a constraint or an index, and leaves one that is there as it is. */
export interface Definition {
  readonly text: string;
  /** The index behind a unique constraint, for stores whose constraints do not bring one. */
  readonly backsConstraint: boolean;
}

/**
 * An index of the terms that nodes of a label have in properties, separated by blanks; of another property, it can tell nodes
 * of one value from others. A term is of letters and digits of ASCII.
 */
export interface TextIndex {
  readonly name: string;
  readonly label: string;
  readonly properties: readonly string[];
  readonly kindProperty: string;
}

/** A question to a text index: nodes that have any of the terms in a property. */
export interface TextQuery {
  readonly index: TextIndex;
  readonly property: string;
  readonly terms: readonly string[];
  /** Only nodes whose property of the kind is one of these; all where left out. */
  readonly kinds?: readonly string[] | undefined;
  readonly limit: number;
}

/** Values are null, boolean, number, string, or lists and maps of these. */
export type Row = Readonly<Record<string, unknown>>;

/** A store hands on so many rows of a stream at a time, where a statement does not say. */
export const defaultRowsAtOnce = 500;

/** A transaction that is under way. What it has written, its own reads see. */
export interface Transaction {
  run(statement: Statement): Promise<readonly Row[]>;
}

/** What is known of a store before it is open. */
export interface StoreTraits {
  /** How a log or a message calls it. It holds no secret. */
  readonly description: string;
  readonly capabilities: Capabilities;
}

/**
 * Where the graph is kept. Every method rejects with an AnodeError: STORE_UNAVAILABLE, STORE_TIMEOUT, STORE_LOCKED,
 * STORE_CONFLICT, STORE_FULL, QUERY_TOO_LARGE or REQUEST_ABORTED; anything else it rejects with is a defect.
 */
export interface GraphStore extends StoreTraits {
  /** Makes the constraints and indexes that the store needs. */
  prepare(definitions: readonly Definition[], textIndexes?: readonly TextIndex[]): Promise<void>;
  /**
   * Tells that much will be written until `prepare` is called again. A store that pays more for keeping text indexes up with each
   * write than for making them anew lets go of them, and nothing is found by them meanwhile.
   */
  beginBulk(textIndexes: readonly TextIndex[]): Promise<void>;
  /**
   * The ids of the nodes that have the most, and the rarest, of some terms, the best first. How that is weighed is the store's
   * own: who needs one order for all stores compares anew. The signal is that of `read`.
   */
  findText(query: TextQuery, signal?: AbortSignal): Promise<readonly string[]>;
  /**
   * The rows of a statement that writes nothing. When the signal is given, whoever asked has gone: a store that can end a
   * statement does so, and rejects with REQUEST_ABORTED.
   */
  read(statement: Statement, signal?: AbortSignal): Promise<readonly Row[]>;
  /**
   * The same rows in their order, some at a time and none of them twice, so that each time there is little to take in at
   * once. A store that can do so works on no more of them than are asked for.
   */
  stream(statement: Statement, signal?: AbortSignal): AsyncIterable<readonly Row[]>;
  /** Runs a statement that writes nothing and tells what the store did for it: its operators, for people to read. */
  profile(statement: Statement): Promise<string>;
  /** Runs statements in one transaction: all of them or none. `progress` is told how many have been run. */
  write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void>;
  /**
   * Runs work in one transaction: all that it writes or, where it rejects, nothing. Where the write meets others, the
   * work is done again from its beginning.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Resolves when the store answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}

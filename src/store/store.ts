/** A statement of Cypher with the parameters it names. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Values are null, boolean, number, string, or lists of these. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Where the graph is kept. Every method rejects with an AnodeError: STORE_UNAVAILABLE, STORE_TIMEOUT, STORE_LOCKED or
 * STORE_CONFLICT; anything else it rejects with is a defect.
 */
export interface GraphStore {
  /** How a log or a message calls it. It holds no secret. */
  readonly description: string;
  /** Makes constraints and indexes, those that are there already being left as they are. */
  prepare(definitions: readonly string[]): Promise<void>;
  /** The rows of a statement that writes nothing. */
  read(statement: Statement): Promise<readonly Row[]>;
  /** Runs statements in one transaction: all of them or none. `progress` is told how many have been run. */
  write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void>;
  /** Resolves when the store answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}

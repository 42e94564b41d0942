import { AnodeError, AnodeErrors, type ErrorCode } from '../../errors';

/** A cell of a seed file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string | undefined;
}

/** More than this is not read by anyone. */
const maxComplaints = 100;

/** What is wrong with what is read, gathered so that it is all told at once. */
export class Complaints {
  private readonly gathered: AnodeError[] = [];

  /** @param limit with more complaints than that, `add` throws those there are */
  constructor(
    private readonly code: Extract<ErrorCode, 'SEED_INVALID' | 'IMPORT_INVALID'> = 'SEED_INVALID',
    private readonly limit = Infinity,
  ) {}

  get errors(): readonly AnodeError[] {
    return this.gathered;
  }

  add({ file, line, column }: Place, given: string, expected: string): void {
    const place = `${file}:${String(line)}${column === undefined ? '' : `, column ${column}`}`;
    const message = `${place}: ${JSON.stringify(given)} is not right; expected is ${expected}.`;
    if (this.gathered.length >= this.limit) throw new AnodeErrors(this.gathered);
    this.gathered.push(new AnodeError(this.code, message, { argument: place, given, allowed: expected }));
  }

  /** Throws AnodeErrors with the first hundred, if there are any. */
  throwIfAny(): void {
    if (this.gathered.length > 0) throw new AnodeErrors(this.gathered.slice(0, maxComplaints));
  }
}

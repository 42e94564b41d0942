import { AnodeError, AnodeErrors } from '../../errors';

/** A cell of a seed file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string | undefined;
}

/** More than this is not read by anyone. */
const maxComplaints = 100;

/** What is wrong with the files of a seed, gathered so that it is all told at once. */
export class Complaints {
  private readonly errors: AnodeError[] = [];

  add({ file, line, column }: Place, given: string, expected: string): void {
    const place = `${file}:${String(line)}${column === undefined ? '' : `, column ${column}`}`;
    const message = `${place}: ${JSON.stringify(given)} is not right; expected is ${expected}.`;
    this.errors.push(new AnodeError('SEED_INVALID', message, { argument: place, given, allowed: expected }));
  }

  /** Throws AnodeErrors with the first hundred, if there are any. */
  throwIfAny(): void {
    if (this.errors.length > 0) throw new AnodeErrors(this.errors.slice(0, maxComplaints));
  }
}

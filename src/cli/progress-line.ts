/** How often the line is written anew, in milliseconds: in a terminal, and in a log that keeps each of them. */
const often = 200;
const seldom = 5_000;

/** One line on standard error: how much is done, how fast, and how long the rest will take. */
export class ProgressLine {
  private readonly began = performance.now();
  private written: number | undefined;
  private readonly isTerminal = process.stderr.isTTY;

  /** @param done tells which part of all has been read, from 0 to 1 */
  constructor(
    private readonly title: string,
    private readonly done: () => number,
  ) {}

  update(records: number): void {
    const now = performance.now();
    if (this.written !== undefined && now - this.written < (this.isTerminal ? often : seldom)) return;
    this.written = now;
    const seconds = (now - this.began) / 1_000;
    const part = this.done();
    const left = part === 0 ? '' : `, ${timeOf((seconds * (1 - part)) / part)} left`;
    const rate = Math.round(records / Math.max(seconds, 0.001));
    const text = `${this.title}: ${String(Math.floor(100 * part))}%, ${String(records)} records, ${String(rate)} a second${left}`;
    process.stderr.write(this.isTerminal ? `\r${text}\u001b[K` : `${text}\n`);
  }

  end(): void {
    if (this.isTerminal && this.written !== undefined) process.stderr.write('\n');
  }
}

function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${String(whole)} s` : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}

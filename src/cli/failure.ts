import { AnodeError, AnodeErrors } from '../errors';

/** Runs a command; a mistake of whoever gave it is told in words, with code and place, and ends with status 1. */
export async function reporting(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const mistakes = error instanceof AnodeErrors ? error.errors : [error];
    if (!mistakes.every((mistake) => mistake instanceof AnodeError)) throw error;
    for (const { code, message } of mistakes) process.stderr.write(`${code}: ${message}\n`);
    process.exitCode = 1;
  }
}

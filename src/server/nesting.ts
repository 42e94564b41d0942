import { AnodeError } from '../errors';

/** Opening and closing brackets of a document, outside of strings and comments. */
const tokens = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|[{[(]|[}\])]/g;

/**
 * Refuses a document that is nested deeper than `max`, without parsing it: the recursion of a parser is what such a
 * document is made to break.
 */
export function checkDocumentNesting(source: string, max: number): void {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(tokens)) {
    if ('{[('.includes(token)) depth++;
    else if ('}])'.includes(token)) depth--;
    if (depth > max) throw tooDeep('The query', max, positionOf(source, index));
  }
}

/** The same for variables, which are coerced recursively. */
export function checkValueNesting(value: unknown, max: number): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > max) throw tooDeep('The value of the variables', max, '');
    level = level.flatMap((item) =>
      item !== null && typeof item === 'object' ? (Object.values(item) as unknown[]) : [],
    );
  }
}

function tooDeep(what: string, max: number, where: string): AnodeError {
  const allowed = `at most ${String(max)} levels`;
  return new AnodeError('NESTING_TOO_DEEP', `${what} is nested too deep${where}; allowed are ${allowed}.`, {
    allowed,
  });
}

function positionOf(source: string, index: number): string {
  const before = source.slice(0, index).split('\n');
  return ` at line ${String(before.length)}, column ${String(before.at(-1)!.length + 1)}`;
}

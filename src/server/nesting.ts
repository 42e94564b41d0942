import { AnodeError } from '../errors';

/** What stands next in a document, as far as nesting goes: a string, a comment, a bracket, or anything else. */
const blockString = /"""(?:[^"\\]|\\(?!""")|\\"""|"(?!""))*"""/y;
const plainString = /"(?:\\.|[^"\\\n\r])*"/y;
const comment = /#[^\n\r]*/y;
const plain = /[^"#()[\]{}]+/y;

/**
 * Refuses a document that is nested deeper than `max`, without parsing it: the recursion of a parser is what such a
 * document is made to break. It reads each character once. At a string without an end it stops, as the parser will.
 * JSON may be checked by it, too.
 */
export function checkDocumentNesting(source: string, max: number, what = 'The query'): void {
  let depth = 0;
  for (let at = 0; at < source.length;) {
    const next = source[at]!;
    if ('{[('.includes(next)) depth++;
    else if ('}])'.includes(next)) depth--;
    if (depth > max) throw tooDeep(what, max, positionOf(source, at));
    const end = endOf(source, at);
    if (end === undefined) return;
    at = end;
  }
}

/** Where the string, comment, text or bracket that begins at a place ends; undefined for a string without an end. */
function endOf(source: string, at: number): number | undefined {
  if (source.startsWith('"""', at)) return matchAt(blockString, source, at);
  if (source[at] === '"') return matchAt(plainString, source, at);
  if (source[at] === '#') return matchAt(comment, source, at);
  return matchAt(plain, source, at) ?? at + 1;
}

function matchAt(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
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

export function tooDeep(what: string, max: number, where: string): AnodeError {
  const allowed = `at most ${String(max)} levels`;
  return new AnodeError('NESTING_TOO_DEEP', `${what} is nested too deep${where}; allowed are ${allowed}.`, {
    allowed,
  });
}

function positionOf(source: string, index: number): string {
  const before = source.slice(0, index).split('\n');
  return ` at line ${String(before.length)}, column ${String(before.at(-1)!.length + 1)}`;
}

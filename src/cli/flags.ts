import { parseArgs } from 'node:util';
import type { ArgsDef } from 'citty';
import { AnodeError, AnodeErrors } from '../errors';

/** Refuses flags that a command does not have, and those without a value; citty lets both pass. */
export function checkFlags(rawArgs: readonly string[], args: ArgsDef): void {
  const flags = Object.entries(args).filter(([, { type }]) => type !== 'positional');
  const options = Object.fromEntries(
    flags.map(([name, { type }]) => [name, { type: type === 'boolean' ? type : ('string' as const) }]),
  );
  const { tokens } = parseArgs({ args: [...rawArgs], options, strict: false, tokens: true });
  const mistakes = tokens.flatMap((token) => {
    if (token.kind !== 'option') return [];
    const { name, rawName, value = '', inlineValue } = token;
    if (!Object.hasOwn(options, name)) return [unknown(rawName, Object.keys(options))];
    if (options[name]?.type === 'boolean') return [];
    return value.trim() === '' || (!inlineValue && value.startsWith('-')) ? [withoutValue(rawName)] : [];
  });
  if (mistakes.length > 0) throw new AnodeErrors(mistakes);
}

function unknown(flag: string, names: readonly string[]): AnodeError {
  const allowed = names.length === 0 ? 'no flags' : names.map((name) => `--${name}`).join(', ');
  return new AnodeError('CONFIG_INVALID', `There is no flag ${flag}; allowed: ${allowed}.`, {
    argument: flag,
    allowed,
  });
}

function withoutValue(flag: string): AnodeError {
  const allowed = `${flag}=value`;
  return new AnodeError('CONFIG_INVALID', `${flag} has no value; expected is ${allowed}.`, {
    argument: flag,
    allowed,
  });
}

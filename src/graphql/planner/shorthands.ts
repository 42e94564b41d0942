import type { Property } from '../../model';
import type { Values } from './variable-shape';

/** The arguments of a connection with those that stand for conditions written out as part of its `where`. */
export function writtenOut(shorthands: readonly Property[], args: Values): Values {
  const given = shorthands.filter(({ name }) => args[name] !== undefined && args[name] !== null);
  if (given.length === 0) return args;
  const { AND, ...where } = (args['where'] ?? {}) as Values;
  const others = (AND ?? []) as readonly unknown[];
  // An AND of nothing is a mistake, and is to be told as one.
  if (AND !== undefined && others.length === 0) return args;
  const conditions = given.map(({ name }) => ({ [name]: { eq: args[name] } }));
  return { ...args, where: { ...where, AND: [...others, ...conditions] } };
}

import { counted, originMark, originsBehind, rowNames, type GraphProperties } from '../model';
import type { ClaimRecord } from './evidence';
import type { Lineage } from './lineage';

/** How many sources state some claims, and how many independent origins they have. */
export type Counts = Readonly<Record<(typeof counted)[keyof typeof counted], number>>;

export function countsOf(claims: readonly ClaimRecord[], lineage: Lineage): Counts {
  return {
    [counted.sources]: sourcesOf(claims).length,
    [counted.origins]: lineage.independentOrigins(claims),
  };
}

/**
 * What each claim rests on through lineage, for readings to count origins by. Where all rest on the same, and there is an
 * origin, there is one.
 */
export function originRows(claims: readonly ClaimRecord[], lineage: Lineage): GraphProperties {
  const texts = claims.map((claim) => lineage.textBehind(claim));
  const isOne = texts.every((text) => text === texts[0] && text.includes(originMark));
  return isOne ? {} : { [rowNames.values(originsBehind)]: texts };
}

/** The distinct sources of claims, in the order of the claims. */
export const sourcesOf = (claims: readonly ClaimRecord[]): string[] => [
  ...new Set(claims.map(({ source }) => source)),
];

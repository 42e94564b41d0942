import { counted, type GraphProperties } from '../model';
import type { ClaimRecord } from './evidence';
import type { Lineage } from './lineage';

/** How many sources state claims, and how many independent origins they have. */
export function countsOf(claims: readonly ClaimRecord[], lineage: Lineage): GraphProperties {
  return {
    [counted.sources]: sourcesOf(claims).length,
    [counted.origins]: lineage.independentOrigins(claims),
  };
}

/** The distinct sources of claims, in the order of the claims. */
export const sourcesOf = (claims: readonly ClaimRecord[]): string[] => [
  ...new Set(claims.map(({ source }) => source)),
];

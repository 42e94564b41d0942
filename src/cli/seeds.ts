import { join } from 'node:path';

/**
 * What an empty store is filled with, in this order: what is named first keeps its name, and the data sets speak of what
 * the folders before them know.
 */
export const defaultSeeds: readonly string[] = [
  'japan-2024-article',
  'identity',
  'industry-facts',
  'iea-global-ev-data-2024',
  'owid-electric-cars',
  'usgs-mcs2026-battery-minerals',
  'premise-cell-energy-density',
  'clean-investment-monitor',
  'na-ev-battery-supply-chain',
  'reconciliation',
].map((folder) => join(__dirname, '..', '..', 'seed', folder));

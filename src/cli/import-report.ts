import { recordKinds, type IngestReport } from '../claims';

const plurals = {
  entity: 'entities',
  source: 'sources',
  claim: 'claims',
  contradiction: 'contradictions',
  decision: 'decisions',
};

/**
 * What an import did, as lines for people: counts by kind, and what became of the graph.
 *
 * @param misfits how many rows and values do not fit; of a value that a mapping cannot read there is no record to be counted
 */
export function printReport(report: IngestReport, verb: 'were' | 'would be', misfits: number): string {
  if (report.unchanged)
    return `All ${String(report.taken)} records were imported before, and nothing was written since.\n`;
  const { counts, put, dropped, resumedAt } = report;
  const lines = (['new', 'changed', 'matched', 'ambiguous', 'refused'] as const).map((state) => {
    const parts = recordKinds.map((kind) => `${String(counts[state][kind])} ${plurals[kind]}`);
    return `${state.padEnd(9)} ${parts.join(', ')}`;
  });
  return [
    ...(resumedAt === 0 ? [] : [`${String(resumedAt)} records were imported before the interruption.`]),
    ...lines,
    ...(misfits === 0 ? [] : [`${String(misfits)} rows or values do not fit; standard error says which.`]),
    verb === 'were'
      ? `${String(put)} nodes and edges written, ${String(dropped)} removed.`
      : 'Nothing was written.',
    '',
  ].join('\n');
}

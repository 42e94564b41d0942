import type { ResultSummary } from 'neo4j-driver';

export type QueryProfile = Exclude<ResultSummary['queryProfile'], false>;

type Line = readonly [operator: string, rows: string, hits: string, detail: string];

/** A profile of Neo4j as a table: an operator a line, those it reads from indented below it. */
export function printProfile(plan: QueryProfile): string {
  const lines: Line[] = [['operator', 'rows', 'db hits', 'details'], ...linesOf(plan, 0)];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map(([operator, rows, hits, detail]) =>
      [operator.padEnd(widths[0]!), rows.padStart(widths[1]!), hits.padStart(widths[2]!), detail]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function linesOf(
  { operatorType, arguments: given, rows, dbHits, children }: QueryProfile,
  depth: number,
): Line[] {
  // Neo4j puts the database after the name: `Expand(All)@neo4j`.
  const operator = `${'  '.repeat(depth)}${operatorType.split('@')[0]!}`;
  const details = (given as Readonly<Record<string, unknown>>)['Details'];
  const detail = typeof details === 'string' ? details.replaceAll(/\s+/g, ' ') : '';
  return [
    [operator, figure(rows), figure(dbHits), detail],
    ...children.flatMap((child) => linesOf(child, depth + 1)),
  ];
}

/** What was not measured is blank. */
const figure = (value: number | null): string => (value === null ? '' : String(value));

import type { Statement, TextIndex, TextQuery } from './store';

/** Neo4j's full-text index, with an analyser that takes terms as they are. */
export const printTextIndex = ({ name, label, properties, kindProperty }: TextIndex): string =>
  `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [${[...properties, kindProperty]
    .map((property) => `n.${property}`)
    .join(', ')}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`;

/** A query in the language of Lucene. The kind tells nodes apart and weighs nothing. */
export function printTextQuery({ index, property, terms, kinds, limit }: TextQuery): Statement {
  const { name, kindProperty } = index;
  const anyTerm = `${property}:(${terms.join(' ')})`;
  const query =
    kinds === undefined ? anyTerm : `+(${kindProperty}:(${kinds.map(quoted).join(' ')}))^0 +(${anyTerm})`;
  return {
    text: 'CALL db.index.fulltext.queryNodes($name, $query, {limit: $limit}) YIELD node RETURN node.id AS id',
    parameters: { name, query, limit },
  };
}

/** A slug may have hyphens, which mean something to Lucene. */
const quoted = (kind: string): string => `"${kind}"`;

import { Answers } from '../../../src/server';
import { model } from '../../../src/domain';
import { compile, textsAsTheyAre } from '../../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

const statistics = { nodes: () => 100_000, edges: () => 300_000 };
const limits = { maxPageSize: 500 };
const answers = new Answers(model, limits, statistics, {
  ordersFromIndex: false,
  countsDegrees: false,
  meetsHalfway: false,
});

const after = (query: string): string => compile(query, {}, answers);

describe('on a store that does not order from an index, a page of a long list is bounded by a sample', () => {
  test('of those that fit', () => {
    const query = '{ corporations(where: {name: {contains: "x"}}, orderBy: {name: ASC}) { nodes { id } } }';
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE (n.name IS NOT NULL AND n.name CONTAINS $p1)
        WITH n
        ORDER BY n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":25,"p1":"x"}
    `);
    expect(after(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.name CONTAINS $p1
        WITH n
        
        LIMIT 2000
        WITH n.name AS first
        ORDER BY first ASC
        LIMIT $p0
        RETURN max(first) AS B0
      }
      CALL (B0) {
        MATCH (n:Corporation)
        WHERE (n.name IS NOT NULL AND n.name <= B0 AND n.name CONTAINS $p1)
        WITH n
        ORDER BY n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":25,"p1":"x"}
    `);
  });

  test('and, backward or downward, from the other side', () => {
    expect(after('{ corporations(orderBy: {name: DESC}, first: 5) { nodes { id } } }'))
      .toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WITH n
        
        LIMIT 2000
        WITH n.name AS first
        ORDER BY first DESC
        LIMIT $p0
        RETURN min(first) AS B0
      }
      CALL (B0) {
        MATCH (n:Corporation)
        WHERE (n.name IS NOT NULL AND n.name >= B0)
        WITH n
        ORDER BY n.name DESC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":5}
    `);
    expect(after('{ corporations(orderBy: {name: DESC}, last: 5) { nodes { id } } }')).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WITH n
        
        LIMIT 2000
        WITH n.name AS first
        ORDER BY first ASC
        LIMIT $p0
        RETURN max(first) AS B0
      }
      CALL (B0) {
        MATCH (n:Corporation)
        WHERE (n.name IS NOT NULL AND n.name <= B0)
        WITH n
        ORDER BY n.name ASC, n.id DESC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":5}
    `);
  });

  test('but not where a value may be missing, or a relation narrows the list', () => {
    const queries = [
      '{ corporations(orderBy: {foundedYear: ASC}) { nodes { id } } }',
      '{ corporations(where: {plants: {some: {}}}) { nodes { id } } }',
      '{ corporations(where: {id: {eq: "x"}}) { nodes { id } } }',
    ];
    for (const query of queries) expect(after(query)).not.toMatch('LIMIT 2000');
  });
});

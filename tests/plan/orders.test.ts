import { encodeCursor } from '../../src/plan';
import { compile, textsAsTheyAre } from '../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

describe('the statement of', () => {
  test('the end of a list by a property that is never null, from the end of its index', () => {
    const before = encodeCursor('Query.corporations name ASC, id ASC', ['B', 'corporation/b']);
    const query = `{ corporations(orderBy: {name: ASC}, last: 2, before: "${before}") { nodes { id } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE (n.name IS NOT NULL AND (n.name <= $p1 AND (n.name < $p1 OR n.id < $p2)))
        WITH n
        ORDER BY n.name DESC, n.id DESC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":2,"p1":"B","p2":"corporation/b"}
    `);
  });

  test('a page before a cursor, of an order with missing values', () => {
    const before = encodeCursor('Query.plants capacity DESC, id ASC', [5, 'plant/a']);
    const query = `{ plants(orderBy: {capacity: DESC}, before: "${before}") { pageInfo { hasPreviousPage } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Plant)
        WHERE (($p1 IS NULL AND (n.capacity IS NOT NULL OR n.id < $p2)) OR ($p1 IS NOT NULL AND (n.capacity > $p1 OR (n.capacity = $p1 AND n.id < $p2))))
        WITH n
        ORDER BY n.capacity IS NULL DESC, n.capacity ASC, n.id DESC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.capacity]] AS N1
      {"p0":26,"p1":5,"p2":"plant/a"}
    `);
  });

  test('an order by the end of a path, and its page after a cursor', () => {
    const after = encodeCursor('Query.marketShares market ASC, corporation.country.name DESC, id ASC', [
      'x',
      null,
      'market-share/a',
    ]);
    const query = `{ marketShares(
      orderBy: [{market: ASC}, {corporation: {country: {name: DESC}}}], after: "${after}"
    ) { nodes { id } pageInfo { hasNextPage } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:MarketShare)
        CALL (n) {
          MATCH (n)-[:OF]->(k0)
          WITH k0
          ORDER BY k0.id ASC
          LIMIT 1
          MATCH (k0)-[:HEADQUARTERED_IN]->(k1)
          WITH min([k1.id, k1.name]) AS found
          RETURN found[1] AS o0
        }
        WITH n, o0
        WHERE (($p1 IS NULL AND n.market IS NULL AND (($p2 IS NULL AND o0 IS NULL AND n.id > $p3) OR ($p2 IS NOT NULL AND (o0 IS NULL OR o0 < $p2 OR (o0 = $p2 AND n.id > $p3))))) OR ($p1 IS NOT NULL AND (n.market IS NULL OR n.market > $p1 OR (n.market = $p1 AND (($p2 IS NULL AND o0 IS NULL AND n.id > $p3) OR ($p2 IS NOT NULL AND (o0 IS NULL OR o0 < $p2 OR (o0 = $p2 AND n.id > $p3))))))))
        WITH n, o0
        ORDER BY n.market IS NULL ASC, n.market ASC, o0 IS NULL ASC, o0 DESC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1, collect([n.id, o0]) AS O0
      }
      RETURN O0, [n IN L1 | [n.id, n.market]] AS N1
      {"p0":26,"p1":"x","p2":null,"p3":"market-share/a"}
    `);
  });

  test('an order that begins with an index, which bounds the candidates before their terms are computed', () => {
    const after = encodeCursor('Query.plants name ASC, country.name ASC, id ASC', ['A', 'J', 'plant/a']);
    const query = `{ plants(orderBy: [{name: ASC}, {country: {name: ASC}}], after: "${after}") { nodes { id } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Plant)
        WHERE (n.name IS NOT NULL AND n.name >= $p1)
        CALL (n) {
          MATCH (n)-[:LOCATED_IN]->(k0)
          WITH min([k0.id, k0.name]) AS found
          RETURN found[1] AS o0
        }
        WITH n, o0
        WHERE (n.name >= $p1 AND (n.name > $p1 OR (($p2 IS NULL AND o0 IS NULL AND n.id > $p3) OR ($p2 IS NOT NULL AND (o0 IS NULL OR o0 > $p2 OR (o0 = $p2 AND n.id > $p3))))))
        WITH n, o0
        ORDER BY n.name ASC, o0 IS NULL ASC, o0 ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1, collect([n.id, o0]) AS O0
      }
      RETURN O0, [n IN L1 | [n.id, n.name]] AS N1
      {"p0":25,"p1":"A","p2":"J","p3":"plant/a"}
    `);
  });

  test('an order by the edge and by what lies behind the far end, for each parent', () => {
    const query = `{ countries { nodes { plants(orderBy: [{edge: {since: DESC}}, {country: {name: ASC}}], last: 3) {
      edges { cursor node { name } }
    } } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Country)
        WHERE n.id IS NOT NULL
        WITH n
        ORDER BY n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        CALL (a) {
          MATCH (a)<-[r:LOCATED_IN]-(b)
          CALL (b) {
            MATCH (b)-[:LOCATED_IN]->(k0)
            WITH min([k0.id, k0.name]) AS found
            RETURN found[1] AS o0
          }
          RETURN r, b, o0
          ORDER BY r.since IS NULL DESC, r.since ASC, o0 IS NULL DESC, o0 DESC, b.id DESC
          LIMIT $p1
        }
        RETURN collect([a.id, b.id, r.since, o0]) AS E3, collect(DISTINCT b) AS L2
      }
      RETURN [n IN L1 | [n.id]] AS N1, E3, [n IN L2 | [n.id, n.name]] AS N2
      {"p0":25,"p1":3}
    `);
  });
});

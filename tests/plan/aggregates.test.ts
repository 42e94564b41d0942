import { compile, textsAsTheyAre } from '../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

describe('the statement of', () => {
  test('groups by a relation to one, with sums that any order of nodes makes the same', () => {
    const query = `{ plantsAggregate(groupBy: {country: {isoCode: true}}, having: {count: {gt: 1}}) {
      groups { key { country { isoCode } } sum { capacity } }
    } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Plant)
        OPTIONAL MATCH (n)-[:LOCATED_IN]->(x0)
        WITH n, min([x0.id, x0.isoCode]) AS e0
        WITH e0[1] AS k0, count(n) AS m0, count(n.capacity) AS c1, sum(floor(n.capacity)) AS w1, sum(round(((n.capacity - floor(n.capacity)) * 1000000000))) AS f1
        WITH k0, m0 AS m0, CASE
          WHEN c1 = 0 THEN NULL
          ELSE (toFloat(w1) + (toFloat(f1) / 1000000000))
        END AS m1
        WHERE m0 > $p1
        WITH k0, m0, m1
        ORDER BY k0 IS NULL ASC, k0 ASC
        LIMIT $p0
        WITH collect([k0, m0, m1]) AS rows
        RETURN [NULL, rows] AS G0
      }
      RETURN G0
      {"p0":25,"p1":1}
    `);
  });

  test('figures of a relation, of all nodes at once', () => {
    const query = '{ countries { nodes { plantsAggregate { count max { capacity } } } } }';
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
        MATCH (a)<-[:LOCATED_IN]-(b)
        WITH a, count(b) AS m0, max(b.capacity) AS m1
        RETURN collect([a.id, m0, m1]) AS A2
      }
      RETURN [n IN L1 | [n.id]] AS N1, A2
      {"p0":25,"p1":25}
    `);
  });

  test('a filter by a count, which those with none may fit', () => {
    expect(compile('{ corporations(where: {plants: {count: {lt: 3}}}) { totalCount } }'))
      .toMatchInlineSnapshot(`
      CALL () {
        WITH 0 AS m0
        RETURN coalesce(m0 < $p1, false) AS Z0
      }
      CALL (Z0) {
        MATCH (b:Plant)
        WITH b
        MATCH (b)<-[:OPERATES]-(a:Corporation)
        WITH a, count(b) AS m0
        WHERE coalesce(m0 < $p1, false) <> Z0
        RETURN collect(DISTINCT a) AS S0
      }
      CALL (S0, Z0) {
        MATCH (n:Corporation)
        WHERE n IN S0 <> Z0
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":3}
    `);
  });

  test('an order by a count', () => {
    const query = '{ corporations(orderBy: {plants: {count: DESC}}, first: 5) { nodes { id } } }';
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WITH n, COUNT {
          MATCH (n)-[:OPERATES]->(this0)
        } AS o0
        WITH o0, collect(n) AS ties
        ORDER BY o0 DESC
        UNWIND ties AS n
        WITH n, o0
        ORDER BY o0 DESC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1, collect([n.id, o0]) AS O0
      }
      RETURN O0, [n IN L1 | [n.id]] AS N1
      {"p0":5}
    `);
  });
});

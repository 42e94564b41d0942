import { compile, textsAsTheyAre } from '../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

describe('the statement of a filter', () => {
  test('by the edge, where it is walked', () => {
    const query = `{ corporations(where: {
      plantsEdge: {some: {share: {gte: 50}, node: {country: {isoCode: {eq: "JP"}}, capacity: {gt: 10}}}}
    }) { totalCount } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Country)
        WHERE b.isoCode = $p2
        WITH b
        MATCH (b)<-[:LOCATED_IN]-(a:Plant)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL (S0) {
        UNWIND S0 AS b
        WITH b
        WHERE b.capacity > $p1
        WITH b
        MATCH (b)<-[r:OPERATES]-(a:Corporation)
        WHERE r.share >= $p3
        RETURN collect(DISTINCT a) AS S1
      }
      CALL (S1) {
        UNWIND S1 AS n
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":10,"p2":"JP","p3":50}
    `);
  });

  test('by either the edge or its node', () => {
    const query = `{ corporations(where: {
      plantsEdge: {single: {OR: [{share: {gt: 50}}, {node: {country: {}}}], NOT: {until: {isNull: false}}}}
    }) { totalCount } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Country)
        WITH b
        MATCH (b)<-[:LOCATED_IN]-(a:Plant)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL (S0) {
        MATCH (b:Plant)
        WITH b
        MATCH (b)<-[r:OPERATES]-(a:Corporation)
        WHERE ((r.share > $p1 OR b IN S0) AND NOT (($p2 AND r.until IS NULL) OR (NOT ($p2) AND r.until IS NOT NULL)))
        WITH a, count(b) AS times
        WHERE times = 1
        RETURN collect(DISTINCT a) AS S1
      }
      CALL (S1) {
        UNWIND S1 AS n
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":50,"p2":false}
    `);
  });

  test('of the connection of a relation', () => {
    const query = `{ country(id: "c") { plants(where: {capacity: {gt: 1}}, whereEdge: {since: {lt: "2020"}}) {
      totalCount nodes { id }
    } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Country)
        WHERE n.id = $p0
        RETURN collect(n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        CALL (a) {
          MATCH (a)<-[r:LOCATED_IN]-(b)
          WHERE (b.capacity > $p2 AND r.since < $p3)
          RETURN count(b) AS total
        }
        RETURN collect([a.id, total]) AS T3
      }
      CALL (L1) {
        UNWIND L1 AS a
        CALL (a) {
          MATCH (a)<-[r:LOCATED_IN]-(b)
          WHERE (b.capacity > $p2 AND r.since < $p3)
          RETURN r, b
          ORDER BY b.id ASC
          LIMIT $p1
        }
        RETURN collect([a.id, b.id]) AS E3, collect(DISTINCT b) AS L2
      }
      RETURN [n IN L1 | [n.id]] AS N1, T3, E3, [n IN L2 | [n.id]] AS N2
      {"p0":"c","p1":25,"p2":1,"p3":"2020"}
    `);
  });

  test('in any case', () => {
    const query =
      '{ plants(where: {name: {caseInsensitive: {startsWith: "ABC", in: ["AbCd", "É"]}}}) { totalCount } }';
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Plant)
        WHERE (toLower(n.name) IN $p1 AND toLower(n.name) STARTS WITH $p2)
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":["abcd","é"],"p2":"abc"}
    `);
  });
});

import { compile, printAsPlanned, textsAsTheyAre } from '../../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

describe('where a store keeps how many edges a node has, they are not read to be counted', () => {
  test('for a total', () => {
    const query = '{ country(id: "c") { plants { totalCount } } }';
    expect(printAsPlanned(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Country)
        WHERE n.id = $p0
        RETURN collect(n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        CALL (a) {
          MATCH (a)<-[r:LOCATED_IN]-(b)
          RETURN count(b) AS total
        }
        RETURN collect([a.id, total]) AS T3
      }
      RETURN [n IN L1 | [n.id]] AS N1, T3
      {"p0":"c","p1":25}
    `);
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Country)
        WHERE n.id = $p0
        RETURN collect(n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        WITH a, COUNT {
          MATCH (a)<-[:LOCATED_IN]-(this0)
        } AS total
        RETURN collect([a.id, total]) AS T3
      }
      RETURN [n IN L1 | [n.id]] AS N1, T3
      {"p0":"c","p1":25}
    `);
  });

  test('for an order', () => {
    const query = '{ corporations(orderBy: {plants: {count: DESC}}) { nodes { id } } }';
    expect(printAsPlanned(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        CALL (n) {
          MATCH (n)-[:OPERATES]->(m)
          WITH count(m) AS m0
          RETURN m0 AS o0
        }
        WITH n, o0
        ORDER BY o0 DESC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1, collect([n.id, o0]) AS O0
      }
      RETURN O0, [n IN L1 | [n.id]] AS N1
      {"p0":25}
    `);
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
      {"p0":25}
    `);
  });

  test('but not under a condition, or where an edge of the type leads elsewhere, too', () => {
    const condition = '{ country(id: "c") { plants(where: {name: {eq: "x"}}) { totalCount } } }';
    expect(compile(condition)).not.toMatch('COUNT {');
  });
});

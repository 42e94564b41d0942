import { compile, printAsPlanned, textsAsTheyAre } from '../../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

describe('in an order by a count, nodes of equal counts are put together first', () => {
  test('so that further keys are read only of those that lead', () => {
    const query = '{ corporations(orderBy: [{plants: {count: DESC}}, {name: ASC}]) { nodes { id } } }';
    expect(printAsPlanned(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        CALL (n) {
          MATCH (n)-[:OPERATES]->(m)
          WITH count(m) AS m0
          RETURN m0 AS o0
        }
        WITH n, o0
        ORDER BY o0 DESC, n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1, collect([n.id, o0]) AS O0
      }
      RETURN O0, [n IN L1 | [n.id, n.name]] AS N1
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
        ORDER BY o0 DESC, n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1, collect([n.id, o0]) AS O0
      }
      RETURN O0, [n IN L1 | [n.id, n.name]] AS N1
      {"p0":25}
    `);
  });

  test('backward and under conditions', () => {
    const query = `{
      corporations(
        where: {foundedYear: {gte: 1900}}
        orderBy: {plants: {count: DESC, where: {status: {eq: OPERATING}}}}
        last: 3
      ) { nodes { id } }
    }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.foundedYear >= $p2
        CALL (n) {
          MATCH (n)-[:OPERATES]->(m)
          WHERE m.status = $p0
          WITH count(m) AS m0
          RETURN m0 AS o0
        }
        WITH o0, collect(n) AS ties
        ORDER BY o0 ASC
        UNWIND ties AS n
        WITH n, o0
        ORDER BY o0 ASC, n.id DESC
        LIMIT $p1
        RETURN collect(n) AS L1, collect([n.id, o0]) AS O0
      }
      RETURN O0, [n IN L1 | [n.id]] AS N1
      {"p0":"OPERATING","p1":3,"p2":1900}
    `);
  });

  test.each([
    ['a count that stands second', '[{name: ASC}, {plants: {count: DESC}}]'],
    ['two counts', '[{plants: {count: DESC}}, {owners: {count: DESC}}]'],
    ['a sum', '[{plants: {sum: {capacity: DESC}}}]'],
  ])('but not by %s', (_, order) => {
    expect(compile(`{ corporations(orderBy: ${order}) { nodes { id } } }`)).not.toMatch('ties');
  });
});

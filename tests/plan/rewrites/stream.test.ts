import { answersWith, compile, printAsPlanned, textsAsTheyAre } from '../../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

/** Two plants at each corporation, and as many partnerships. */
const answers = answersWith({ nodes: () => 100_000, edges: () => 200_000 });
const after = (query: string): string => compile(query, {}, answers);

describe('a page in the order of an index is filled node by node', () => {
  test('where many nodes fit, an edge and a far relation among the conditions', () => {
    const query = `{ corporations(orderBy: {name: ASC}, where: {OR: [
      {plants: {none: {capacity: {gt: 50}}}}
      {partnershipsEdge: {single: {share: {gt: 50}, node: {participants: {some: {name: {contains: "x"}}}}}}}
    ]}) { nodes { id } } }`;
    expect(printAsPlanned(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Plant)
        WHERE b.capacity > $p1
        WITH b
        MATCH (b)<-[:OPERATES]-(a:Corporation)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL () {
        MATCH (b:Corporation)
        WHERE b.name CONTAINS $p2
        WITH b
        MATCH (b)-[:PARTICIPATES_IN]->(a:Partnership)
        RETURN collect(DISTINCT a) AS S1
      }
      CALL (S1) {
        UNWIND S1 AS b
        WITH b
        MATCH (b)<-[r:PARTICIPATES_IN]-(a:Corporation)
        WHERE r.share > $p3
        WITH a, count(b) AS times
        WHERE times = 1
        RETURN collect(DISTINCT a) AS S2
      }
      CALL (S0, S2) {
        MATCH (n:Corporation)
        WHERE (n.name IS NOT NULL AND (NOT (n IN S0) OR n IN S2))
        WITH n
        ORDER BY n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":25,"p1":50,"p2":"x","p3":50}
    `);
    expect(after(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE (n.name IS NOT NULL AND (NOT (EXISTS {
          MATCH (n)-[this0:OPERATES]->(this1)
          WHERE this1.capacity > $p1
        }) OR COUNT {
          MATCH (n)-[this2:PARTICIPATES_IN]->(this3)
          WHERE (EXISTS {
            MATCH (this3)<-[this4:PARTICIPATES_IN]-(this5)
            WHERE this5.name CONTAINS $p2
          } AND this2.share > $p3)
        } = 1))
        WITH n
        ORDER BY n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":25,"p1":50,"p2":"x","p3":50}
    `);
  });

  test('but not where few fit, where all are counted, or where they are sorted', () => {
    const few = 'where: {plants: {some: {id: {eq: "x"}}}}';
    const many = 'where: {plants: {none: {capacity: {gt: 50}}}}';
    expect(after(`{ corporations(orderBy: {name: ASC}, ${few}) { nodes { id } } }`)).not.toMatch('EXISTS');
    expect(after(`{ corporations(${many}) { totalCount nodes { id } } }`)).not.toMatch('EXISTS');
    expect(after(`{ corporations(orderBy: {headquarters: ASC}, ${many}) { nodes { id } } }`)).not.toMatch(
      'EXISTS',
    );
  });
});

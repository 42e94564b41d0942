import type { Statistics } from '../../../src/plan';
import { answersWith, compile, printAsPlanned, textsAsTheyAre } from '../../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

/** Sixty countries, many corporations and plants, and a few edges at each. */
const statistics: Statistics = {
  nodes: (type) => ({ Country: 60, BatteryChemistry: 20 })[type] ?? 10_000,
  edges: () => 20_000,
};

const answers = answersWith(statistics);

const before = printAsPlanned;
const after = (query: string): string => compile(query, {}, answers);

describe('a relation filter begins at the end where less is looked at', () => {
  test('at the plants of one corporation, not at all corporations of a name', () => {
    const query = `{ corporation(id: "c") {
      plants(where: {operators: {some: {name: {contains: "x"}}}}) { nodes { id } }
    } }`;
    expect(before(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.id = $p0
        RETURN collect(n) AS L1
      }
      CALL () {
        MATCH (b:Corporation)
        WHERE b.name CONTAINS $p2
        WITH b
        MATCH (b)-[:OPERATES]->(a:Plant)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL (L1, S0) {
        UNWIND L1 AS a
        CALL (a, S0) {
          MATCH (a)-[r:OPERATES]->(b)
          WHERE b IN S0
          RETURN r, b
          ORDER BY b.id ASC
          LIMIT $p1
        }
        RETURN collect([a.id, b.id]) AS E3, collect(DISTINCT b) AS L2
      }
      RETURN [n IN L1 | [n.id]] AS N1, E3, [n IN L2 | [n.id]] AS N2
      {"p0":"c","p1":25,"p2":"x"}
    `);
    expect(after(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.id = $p0
        RETURN collect(n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        MATCH (a)-[r:OPERATES]->(b)
        RETURN collect(DISTINCT b) AS C0
      }
      CALL (C0) {
        UNWIND C0 AS a
        MATCH (a)<-[r:OPERATES]-(b)
        WHERE b.name CONTAINS $p2
        RETURN collect(DISTINCT a) AS S1
      }
      CALL (L1, S1) {
        UNWIND L1 AS a
        CALL (a, S1) {
          MATCH (a)-[r:OPERATES]->(b)
          WHERE b IN S1
          RETURN r, b
          ORDER BY b.id ASC
          LIMIT $p1
        }
        RETURN collect([a.id, b.id]) AS E3, collect(DISTINCT b) AS L2
      }
      RETURN [n IN L1 | [n.id]] AS N1, E3, [n IN L2 | [n.id]] AS N2
      {"p0":"c","p1":25,"p2":"x"}
    `);
  });

  test('at the corporations of a name, out to a country by its plants, and back', () => {
    const query = `{ corporations(where: {
      name: {eq: "x"}, plantsEdge: {some: {share: {gt: 50}, node: {country: {name: {contains: "y"}}}}}
    }) { totalCount } }`;
    expect(before(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Country)
        WHERE b.name CONTAINS $p2
        WITH b
        MATCH (b)<-[:LOCATED_IN]-(a:Plant)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL (S0) {
        UNWIND S0 AS b
        WITH b
        MATCH (b)<-[r:OPERATES]-(a:Corporation)
        WHERE r.share > $p3
        RETURN collect(DISTINCT a) AS S1
      }
      CALL (S1) {
        UNWIND S1 AS n
        WITH n
        WHERE n.name = $p1
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":"x","p2":"y","p3":50}
    `);
    expect(after(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Corporation)
        WHERE b.name = $p1
        RETURN collect(DISTINCT b) AS C0
      }
      CALL (C0) {
        UNWIND C0 AS a
        MATCH (a)-[r:OPERATES]->(b)
        WHERE r.share > $p3
        RETURN collect(DISTINCT b) AS C1
      }
      CALL (C1) {
        UNWIND C1 AS a
        MATCH (a)-[r:LOCATED_IN]->(b)
        WHERE b.name CONTAINS $p2
        RETURN collect(DISTINCT a) AS S2
      }
      CALL (C0, S2) {
        UNWIND C0 AS a
        MATCH (a)-[r:OPERATES]->(b)
        WHERE (b IN S2 AND r.share > $p3)
        RETURN collect(DISTINCT a) AS S3
      }
      CALL (S3) {
        UNWIND S3 AS n
        WITH n
        WHERE n.name = $p1
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":"x","p2":"y","p3":50}
    `);
  });

  test('at the few that another filter leaves', () => {
    const query = `{ corporations(where: {
      partnerships: {some: {name: {contains: "x"}}}, owners: {some: {id: {eq: "o"}}}
      NOT: {plants: {single: {capacity: {gt: 1}}}}
    }) { totalCount } }`;
    expect(after(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Corporation)
        WHERE b.id = $p2
        WITH b
        MATCH (b)-[:OWNS]->(a:Corporation)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL (S0) {
        UNWIND S0 AS b
        RETURN collect(DISTINCT b) AS C1
      }
      CALL (C1) {
        UNWIND C1 AS a
        MATCH (a)-[r:OPERATES]->(b)
        WHERE b.capacity > $p1
        WITH a, count(b) AS times
        WHERE times = 1
        RETURN collect(DISTINCT a) AS S2
      }
      CALL (C1) {
        UNWIND C1 AS a
        MATCH (a)-[r:PARTICIPATES_IN]->(b)
        WHERE b.name CONTAINS $p3
        RETURN collect(DISTINCT a) AS S3
      }
      CALL (S2, S0, S3) {
        UNWIND S3 AS n
        WITH n
        WHERE (NOT (n IN S2) AND n IN S0)
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":1,"p2":"o","p3":"x"}
    `);
  });

  test.each([
    [
      'of a list without other conditions',
      '{ plants(where: {operators: {some: {name: {contains: "x"}}}}) { totalCount } }',
    ],
    [
      'that has an id',
      '{ country(id: "c") { plants(where: {operators: {some: {id: {eq: "x"}}}}) { totalCount } } }',
    ],
    [
      'that has an id, two relations out',
      '{ corporations(where: {plants: {some: {chemistries: {some: {id: {eq: "x"}}}}}}) { totalCount } }',
    ],
  ])('at the far end %s, as without statistics', (_, query) => {
    expect(after(query)).toBe(before(query));
  });

  test.each([
    [
      'of a list by ids',
      '{ plants(where: {id: {in: ["p"]}, operators: {some: {name: {contains: "x"}}}}) { totalCount } }',
    ],
    [
      'of a list by an indexed name',
      '{ plants(where: {name: {eq: "p"}, operators: {some: {}}}) { totalCount } }',
    ],
    [
      'below a page',
      '{ corporations(first: 5) { nodes { plants(where: {operators: {none: {name: {contains: "x"}}}}) { totalCount } } } }',
    ],
    [
      'below citations',
      `{ corporation(id: "c") { plants { edges { claims {
        source { citedBy(where: {kind: {eq: NEWS}, statedClaims: {some: {property: {contains: "x"}}}}) { totalCount } }
      } } } } }`,
    ],
  ])('at the candidates %s', (_, query) => {
    expect(after(query)).toContain('AS C');
  });
});

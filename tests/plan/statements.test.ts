import { encodeCursor } from '../../src/plan';
import { compile, textsAsTheyAre } from '../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

describe('the statement of', () => {
  test('a node by its id', () => {
    expect(compile('{ corporation(id: "corporation/acme") { name foundedYear } }')).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.id = $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name, n.foundedYear]] AS N1
      {"p0":"corporation/acme"}
    `);
  });

  test('nodes by their ids, as interface and as kinds', () => {
    const query = `query ($id: ID!) { nodes(ids: ["x", $id]) {
      name ... on Plant { country { name } } ... on Party { investments { totalCount } }
    } }`;
    expect(compile(query, { id: 'y' })).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Entity)
        WHERE n.id IN $p0
        RETURN collect(n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        WITH a
        WHERE (a:Corporation OR a:Organization OR a:Government)
        WITH a, COUNT {
          MATCH (a)<-[:INVESTED_BY]-(this0)
        } AS total
        RETURN collect([a.id, total]) AS T3
      }
      CALL (L1) {
        UNWIND L1 AS a
        WITH a
        WHERE a:Plant
        MATCH (a)-[r:LOCATED_IN]->(b)
        RETURN collect([a.id, b.id]) AS E5, collect(DISTINCT b) AS L4
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1, T3, E5, [n IN L4 | [n.id, n.name]] AS N4
      {"p0":["x","y"],"p1":25}
    `);
  });

  test('a list by a property that is never null, from the index', () => {
    expect(compile('{ corporations(orderBy: {name: ASC}) { nodes { id } } }')).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.name IS NOT NULL
        WITH n
        ORDER BY n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1
      {"p0":25}
    `);
  });

  test('a page after a cursor, of an order with missing values', () => {
    const after = encodeCursor('Query.plants capacity DESC, name ASC, id ASC', [null, 'A', 'plant/a']);
    const query = `{ plants(orderBy: [{capacity: DESC}, {name: ASC}], first: 2, after: "${after}") { nodes { id } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Plant)
        WHERE (($p1 IS NULL AND n.capacity IS NULL AND (n.name >= $p2 AND (n.name > $p2 OR n.id > $p3))) OR ($p1 IS NOT NULL AND (n.capacity IS NULL OR n.capacity < $p1 OR (n.capacity = $p1 AND (n.name >= $p2 AND (n.name > $p2 OR n.id > $p3))))))
        WITH n
        ORDER BY n.capacity IS NULL ASC, n.capacity DESC, n.name ASC, n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.capacity, n.name]] AS N1
      {"p0":2,"p1":null,"p2":"A","p3":"plant/a"}
    `);
  });

  test('a page of a relation for each parent, with properties of its edges', () => {
    const query = `{ countries(first: 5) { nodes { plants(first: 10, where: {capacity: {gt: 1}}, orderBy: {name: DESC}) {
      edges { since node { name } }
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
          WHERE b.capacity > $p2
          RETURN r, b
          ORDER BY b.name DESC, b.id ASC
          LIMIT $p1
        }
        RETURN collect([a.id, b.id, r.since]) AS E3, collect(DISTINCT b) AS L2
      }
      RETURN [n IN L1 | [n.id]] AS N1, E3, [n IN L2 | [n.id, n.name]] AS N2
      {"p0":5,"p1":10,"p2":1}
    `);
  });

  test('counts, which read no nodes', () => {
    const query =
      '{ plants(where: {name: {contains: "x"}}) { totalCount } country(id: "c") { plants { totalCount } } }';
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Plant)
        WHERE n.name CONTAINS $p1
        RETURN count(n) AS T0
      }
      CALL () {
        MATCH (n:Country)
        WHERE n.id = $p2
        RETURN collect(n) AS L3
      }
      CALL (L3) {
        UNWIND L3 AS a
        WITH a, COUNT {
          MATCH (a)<-[:LOCATED_IN]-(this0)
        } AS total
        RETURN collect([a.id, total]) AS T5
      }
      RETURN T0, [n IN L3 | [n.id]] AS N3, T5
      {"p0":25,"p1":"x","p2":"c","p3":25}
    `);
  });

  test('relation filters, from the far end to the near one', () => {
    const query = `{ corporations(where: {
      name: {startsWith: "A"}
      plants: {some: {chemistries: {some: {id: {eq: "lfp"}}}, country: {isoCode: {eq: "JP"}}}}
    }) { nodes { id } } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Country)
        WHERE b.isoCode = $p2
        WITH b
        MATCH (b)<-[:LOCATED_IN]-(a:Plant)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL () {
        MATCH (b:BatteryChemistry)
        WHERE b.id = $p3
        WITH b
        MATCH (b)<-[:PRODUCES]-(a:Plant)
        RETURN collect(DISTINCT a) AS S1
      }
      CALL (S0, S1) {
        UNWIND S0 AS b
        WITH b
        WHERE b IN S1
        WITH b
        MATCH (b)<-[:OPERATES]-(a:Corporation)
        RETURN collect(DISTINCT a) AS S2
      }
      CALL (S2) {
        UNWIND S2 AS n
        WITH n
        WHERE (n.id IS NOT NULL AND n.name STARTS WITH $p1)
        WITH n
        ORDER BY n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id]] AS N1
      {"p0":25,"p1":"A","p2":"JP","p3":"lfp"}
    `);
  });

  test('NOT, OR and missing values', () => {
    const query = `{ plants(where: {
      NOT: {capacity: {lt: 5}}, OR: [{status: {eq: null}}, {NOT: {operators: {some: {}}}}, {place: {isNull: false}}]
    }) { totalCount } }`;
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (b:Corporation)
        WITH b
        MATCH (b)-[:OPERATES]->(a:Plant)
        RETURN collect(DISTINCT a) AS S0
      }
      CALL (S0) {
        MATCH (n:Plant)
        WHERE (((($p1 AND n.status IS NULL) OR (NOT ($p1) AND n.status IS NOT NULL)) OR NOT (n IN S0) OR (($p2 AND n.place IS NULL) OR (NOT ($p2) AND n.place IS NOT NULL))) AND NOT (coalesce(n.capacity < $p3, false)))
        RETURN count(n) AS T0
      }
      RETURN T0
      {"p0":25,"p1":true,"p2":false,"p3":5}
    `);
  });

  test('claims behind edges', () => {
    const query = '{ corporation(id: "c") { plants { edges { claims { property source { name } } } } } }';
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.id = $p0
        RETURN collect(n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        CALL (a) {
          MATCH (a)-[r:OPERATES]->(b)
          RETURN r, b
          ORDER BY b.id ASC
          LIMIT $p1
        }
        RETURN collect([a.id, b.id, r.claimIds]) AS E6, collect(DISTINCT b) AS L2
      }
      CALL (E6) {
        UNWIND E6 AS e
        UNWIND e[2] AS cited
        WITH collect(DISTINCT cited) AS all
        UNWIND all AS cited
        MATCH (n:Claim)
        WHERE n.id = cited
        RETURN collect(DISTINCT n) AS L3
      }
      CALL (L3) {
        UNWIND L3 AS a
        MATCH (a)-[r:STATED_BY]->(b)
        RETURN collect([a.id, b.id]) AS E5, collect(DISTINCT b) AS L4
      }
      RETURN [n IN L1 | [n.id]] AS N1, E6, [n IN L3 | [n.id, n.property]] AS N3, E5, [n IN L4 | [n.id, n.name]] AS N4, [n IN L2 | [n.id]] AS N2
      {"p0":"c","p1":25}
    `);
  });

  test('nodes and edges.node, which share a level', () => {
    const query = '{ corporations(first: 1) { nodes { id name } edges { node { name foundedYear } } } }';
    expect(compile(query)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.id IS NOT NULL
        WITH n
        ORDER BY n.id ASC
        LIMIT $p0
        RETURN collect(n) AS L1
      }
      RETURN [n IN L1 | [n.id, n.name, n.foundedYear]] AS N1
      {"p0":1}
    `);
  });

  test('a connection of which only __typename is asked', () => {
    expect(compile('{ corporations { __typename } }')).toMatchInlineSnapshot(`
      RETURN true AS nothing
      {"p0":25}
    `);
  });
});

describe('no text of a request reaches a statement', () => {
  test.each(['`', '"', "'", '\\', '}) DETACH DELETE n //', '$p0', '\u0000', '\n'])('%j', (text) => {
    const query = 'query ($text: String!) { plants(where: {name: {eq: $text}}) { totalCount } }';
    const [statement, parameters] = compile(query, { text }).split(/\n(?=\{".*$)/);
    expect(statement).toBe(compile(query, { text: 'other' }).split(/\n(?=\{".*$)/)[0]);
    expect(Object.values(JSON.parse(parameters!) as object)).toContain(text);
  });
});

import { printRead } from '../../src/cypher';
import {
  beginningOf,
  commonOf,
  parametersOfEqual,
  parametersOfSeveral,
  planOfSeveral,
  type Several,
} from '../../src/plan';
import { Neo4jStore } from '../../src/store';
import { planned, textsAsTheyAre } from '../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

const { capabilities } = Neo4jStore;

/** A cursor of the right kind, as the plan does not look into it. */
const after = '"somewhere"';

describe('several requests at once', () => {
  test('for a node each are one for all these nodes', () => {
    const query = '{ corporation(id: "corporation/acme") { name plants(first: 3) { nodes { name } } } }';
    expect(printRead(planOfSeveral(planned(query), capabilities).plan)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        WHERE n.id IN $p0
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
        RETURN collect([a.id, b.id]) AS E3, collect(DISTINCT b) AS L2
      }
      RETURN [n IN L1 | [n.id, n.name]] AS N1, E3, [n IN L2 | [n.id, n.name]] AS N2
    `);
  });

  test('for a page each are one for all these pages, whose levels below are one', () => {
    const query = `{
      corporations(orderBy: [{ name: ASC }, { plants: { count: DESC } }], first: 2, after: ${after}) {
        totalCount nodes { plants { nodes { name } } }
      }
    }`;
    expect(printRead(planOfSeveral(planned(query), capabilities).plan)).toMatchInlineSnapshot(`
      CALL () {
        MATCH (n:Corporation)
        RETURN count(n) AS T0
      }
      CALL () {
        UNWIND $q0 AS q
        CALL (q) {
          MATCH (n:Corporation)
          WHERE (n.name IS NOT NULL AND n.name >= q.p1)
          CALL (n) {
            MATCH (n)-[:OPERATES]->(m)
            WITH count(m) AS m0
            RETURN m0 AS o0
          }
          WITH n, o0
          WHERE (n.name >= q.p1 AND (n.name > q.p1 OR (o0 <= q.p2 AND (o0 < q.p2 OR n.id > q.p3))))
          WITH n, o0
          ORDER BY n.name ASC, o0 DESC, n.id ASC
          LIMIT $p0
          RETURN n, o0
        }
        RETURN collect([q.at, n.id, o0]) AS O0, collect(DISTINCT n) AS L1
      }
      CALL (L1) {
        UNWIND L1 AS a
        CALL (a) {
          MATCH (a)-[r:OPERATES]->(b)
          RETURN r, b
          ORDER BY b.id ASC
          LIMIT $p4
        }
        RETURN collect([a.id, b.id]) AS E3, collect(DISTINCT b) AS L2
      }
      RETURN T0, O0, [n IN L1 | [n.id, n.name]] AS N1, E3, [n IN L2 | [n.id, n.name]] AS N2
    `);
  });

  test('for a page each are one only where the store finds places by an index', () => {
    const query = `{ corporations(after: ${after}) { nodes { name } } }`;
    const { plan, places } = planOfSeveral(planned(query), { ...capabilities, ordersFromIndex: false });
    expect(places).toEqual([]);
    expect(printRead(plan)).toBe(printRead(planned(query)));
  });

  test('are those that have everything in common but where they begin and how long their lists are', () => {
    const several: Several = {
      plan: { kind: 'plan', roots: [] },
      ids: ['p0'],
      limits: ['p1'],
      places: [{ parameter: 'q1', cursor: ['p2', 'p3'] }],
    };
    const one = { p0: 'a', p1: 11, p2: 'Acme', p3: 'acme', p4: 3 };
    expect(commonOf(several, one)).toBe(commonOf(several, { ...one, p0: 'b', p1: 5, p3: 'other' }));
    expect(commonOf(several, one)).not.toBe(commonOf(several, { ...one, p4: 4 }));
    expect(beginningOf(several, one)).toBe(beginningOf(several, { ...one, p1: 5 }));
    expect(beginningOf(several, one)).not.toBe(beginningOf(several, { ...one, p3: 'other' }));
  });

  test('have the ids and places of all of them, each once, and the largest page', () => {
    const several: Several = {
      plan: { kind: 'plan', roots: [] },
      ids: ['p0', 'p1'],
      limits: ['p2'],
      places: [{ parameter: 'q1', cursor: ['p3', 'p4'] }],
    };
    const each = (one: string, list: readonly string[], size: number, place: string | null) => ({
      p0: one,
      p1: list,
      p2: size,
      p3: place,
      p4: 'same',
      p5: 'common',
    });
    const all = parametersOfSeveral(several, [
      each('a', ['x', 'y'], 11, 'here'),
      each('b', ['y'], 26, null),
      each('a', ['z', 'x'], 3, 'here'),
    ]);
    expect(all).toMatchObject({ p0: ['a', 'b'], p1: ['x', 'y', 'z'], p2: 26, p5: 'common' });
    expect(all['q1']).toEqual([
      { at: '0', p3: 'here', p4: 'same' },
      { at: '1', p3: null, p4: 'same' },
    ]);
    expect(parametersOfEqual(several, [each('a', ['x'], 3, null), each('a', ['x'], 4, null)])).toEqual(
      each('a', ['x'], 4, null),
    );
  });
});

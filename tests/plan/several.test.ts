import { printRead } from '../../src/cypher';
import { parametersOfSeveral, planOfSeveral } from '../../src/plan';
import { planned, textsAsTheyAre } from '../support/statements';

expect.addSnapshotSerializer(textsAsTheyAre);

describe('several requests at once', () => {
  test('for a node each are one for all these nodes', () => {
    const query = '{ corporation(id: "corporation/acme") { name plants(first: 3) { nodes { name } } } }';
    expect(printRead(planOfSeveral(planned(query))!.plan)).toMatchInlineSnapshot(`
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

  test('have the ids of all of them, each once, and everything else in common', () => {
    const each = (one: string, list: readonly string[]) => ({ p0: one, p1: list, p2: 11 });
    const all = parametersOfSeveral(
      ['p0', 'p1'],
      [each('a', ['x', 'y']), each('b', ['y']), each('a', ['z', 'x'])],
    );
    expect(all).toEqual({ p0: ['a', 'b'], p1: ['x', 'y', 'z'], p2: 11 });
  });

  test.each([
    ['a list', '{ corporations { nodes { name } } }'],
    ['a list beside a node', '{ corporation(id: "x") { name } corporations { nodes { name } } }'],
    ['an aggregate', '{ corporationsAggregate { count } }'],
    ['nothing but its type', '{ __typename }'],
  ])('are not made of one for %s', (_, query) => {
    expect(planOfSeveral(planned(query))).toBeUndefined();
  });
});

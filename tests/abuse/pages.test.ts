import { createHash } from 'node:crypto';
import { expectToGoOn, refusedQuery } from '../support/misuse';
import { awkwardSeed, onEveryStore } from '../support/servers';

const allowed = 'first and after, or last and before';

/** A cursor as the server would make it, of any values. */
function forged(connection: string, ...values: readonly unknown[]): string {
  const digest = createHash('sha256').update(connection).update(JSON.stringify(values)).digest('base64url');
  return Buffer.from(JSON.stringify([digest.slice(0, 11), ...values])).toString('base64url');
}

onEveryStore(
  'pages and orders that cannot be meant',
  (server) => {
    test.each([
      ['first: 1, last: 1', 'first', 'last'],
      ['last: 1, after: "x"', 'after', 'last'],
      ['first: 1, before: "x"', 'first', 'before'],
      ['after: "x", before: "x"', 'after', 'before'],
      ['first: 0, last: 0, after: "x", before: "x"', 'first', 'last'],
    ])('%s', async (args, one, other) => {
      for (const [query, path] of [
        [`{ p: plants(${args}) { totalCount } }`, 'p'],
        [`{ countries { nodes { plants(${args}) { nodes { id } } } } }`, 'countries.nodes.plants'],
      ]) {
        const { status, errors } = await refusedQuery(server(), query!);
        expect(status).toBe(400);
        expect(errors[0]).toMatchObject({
          message: `${path}.${one} and ${path}.${other} contradict each other; a page is asked for with ${allowed}.`,
          extensions: {
            code: 'BAD_USER_INPUT',
            argument: `${path}.${other}`,
            given: [one, other],
            allowed,
          },
        });
        expect(errors[0]!.locations).toHaveLength(1);
      }
    });

    test('variables contradict each other by being given', async () => {
      const query = 'query ($first: Int, $last: Int) { plants(first: $first, last: $last) { totalCount } }';
      const { errors } = await refusedQuery(server(), query, { first: 1, last: 2 });
      expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'plants.last' });
    });

    test.each([-1, 501, 2 ** 31 - 1])('last: %d', async (last) => {
      const query =
        'query ($n: Int) { corporations { nodes { plants(last: $n) { totalCount } } } all: plants(last: $n) { nodes { id } } }';
      const { errors } = await refusedQuery(server(), query, { n: last });
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        {
          code: 'PAGE_SIZE_OUT_OF_RANGE',
          argument: 'corporations.nodes.plants.last',
          given: last,
          allowed: '0 to 500',
        },
        { code: 'PAGE_SIZE_OUT_OF_RANGE', argument: 'all.last', given: last, allowed: '0 to 500' },
      ]);
    });

    test.each([
      ['{}', 'orderBy.0', {}],
      ['[{name: ASC}, {}]', 'orderBy.1', {}],
      ['{name: ASC, place: DESC}', 'orderBy.0', { name: 'ASC', place: 'DESC' }],
      ['{name: ASC, country: {name: ASC}}', 'orderBy.0', { name: 'ASC', country: { name: 'ASC' } }],
      ['{country: {}}', 'orderBy.0.country', {}],
      ['{country: {name: null}}', 'orderBy.0.country', { name: null }],
      ['{country: {name: ASC, isoCode: ASC}}', 'orderBy.0.country', { name: 'ASC', isoCode: 'ASC' }],
    ])('orderBy: %s', async (orderBy, place, given) => {
      const { errors } = await refusedQuery(server(), `{ plants(orderBy: ${orderBy}) { totalCount } }`);
      expect(errors[0]!.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        argument: `plants.${place}`,
        given,
        allowed: 'exactly one property, as in {name: ASC}',
      });
    });

    test('two properties of an edge in one key', async () => {
      const query =
        '{ corporations { nodes { plants(orderBy: [{edge: {share: ASC, since: ASC}}]) { totalCount } } } }';
      const { errors } = await refusedQuery(server(), query);
      expect(errors[0]!.extensions).toMatchObject({
        argument: 'corporations.nodes.plants.orderBy.0.edge',
        given: { share: 'ASC', since: 'ASC' },
      });
    });

    test.each([
      ['an edge at the root', '{ plants(orderBy: {edge: {share: ASC}}) { totalCount } }'],
      ['a relation to many', '{ plants(orderBy: {operators: {name: ASC}}) { totalCount } }'],
      ['a list', '{ corporations(orderBy: {kinds: ASC}) { totalCount } }'],
      ['a path without a leaf', '{ plants(orderBy: {country: ASC}) { totalCount } }'],
    ])('an order by %s is no valid query', async (_, query) => {
      const { errors } = await refusedQuery(server(), query);
      expect(errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    describe('a cursor of which the digest is right and the values are not', () => {
      const name = 'Query.plants capacity ASC, name ASC, id ASC';
      const path = 'Query.plants country.name ASC, id ASC';

      test.each([
        ['{capacity: ASC}, {name: ASC}', name, [1, 2, 'plant/p-01']],
        ['{capacity: ASC}, {name: ASC}', name, ['1', 'x', 'plant/p-01']],
        ['{capacity: ASC}, {name: ASC}', name, [true, 'x', 'plant/p-01']],
        ['{capacity: ASC}, {name: ASC}', name, [[1], 'x', 'plant/p-01']],
        ['{capacity: ASC}, {name: ASC}', name, [1, null, 'plant/p-01']],
        ['{capacity: ASC}, {name: ASC}', name, [1, 'x', null]],
        ['{capacity: ASC}, {name: ASC}', name, [1, 'x', { id: 1 }]],
        ['{capacity: ASC}, {name: ASC}', name, [1, 'x']],
        ['{country: {name: ASC}}', path, [0, 'plant/p-01']],
        ['{country: {name: ASC}}', path, ['Eastland', 1]],
      ])('%s, %s: %j', async (order, connection, values) => {
        for (const argument of ['after', 'before']) {
          const query = `query ($c: String) { plants(orderBy: [${order}], ${argument}: $c) { nodes { id } } }`;
          const { errors } = await refusedQuery(server(), query, { c: forged(connection, ...values) });
          expect(errors[0]!.extensions).toMatchObject({
            code: 'BAD_CURSOR',
            argument: `plants.${argument}`,
          });
        }
      });

      test('flags are no numbers and no text', async () => {
        const query =
          'query ($c: String) { sources(orderBy: {publishedInferred: ASC}, after: $c) { nodes { id } } }';
        const connection = 'Query.sources publishedInferred ASC, id ASC';
        for (const value of [0, 'true'])
          await refusedQuery(server(), query, { c: forged(connection, value, 'source/first') });
        const right = forged(connection, true, 'source/first');
        expect(await server().data(query, { c: right })).toEqual({
          sources: { nodes: [{ id: 'source/third' }] },
        });
      });

      test('right values are a place, whether or not something stands there', async () => {
        const query =
          'query ($c: String) { plants(orderBy: [{capacity: ASC}, {name: ASC}], before: $c) { nodes { id } } }';
        expect(await server().data(query, { c: forged(name, 10, 'Plant A', 'plant/p-05') })).toEqual({
          plants: { nodes: [{ id: 'plant/p-03' }] },
        });
        await expectToGoOn(server());
      });
    });
  },
  { seeds: [awkwardSeed] },
);

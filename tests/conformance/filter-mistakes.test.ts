import { awkwardSeed, onEveryStore } from '../support/servers';

onEveryStore(
  'mistakes in filters',
  (server) => {
    test.each([
      ['{ corporations(where: {plantsEdge: null}) { totalCount } }', 'corporations.where.plantsEdge'],
      [
        '{ corporations(where: {plantsEdge: {some: null}}) { totalCount } }',
        'corporations.where.plantsEdge.some',
      ],
      [
        '{ corporations(where: {plantsEdge: {some: {node: null}}}) { totalCount } }',
        'corporations.where.plantsEdge.some.node',
      ],
      [
        '{ corporations(where: {plantsEdge: {some: {share: null}}}) { totalCount } }',
        'corporations.where.plantsEdge.some.share',
      ],
      [
        '{ corporations(where: {plantsEdge: {some: {share: {gt: null}}}}) { totalCount } }',
        'corporations.where.plantsEdge.some.share.gt',
      ],
      [
        '{ corporations(where: {name: {caseInsensitive: null}}) { totalCount } }',
        'corporations.where.name.caseInsensitive',
      ],
      [
        '{ corporations(where: {name: {caseInsensitive: {contains: null}}}) { totalCount } }',
        'corporations.where.name.caseInsensitive.contains',
      ],
      [
        '{ country(id: "country/eastland") { plants(whereEdge: {NOT: null}) { totalCount } } }',
        'country.plants.whereEdge.NOT',
      ],
    ])('null in %s', async (query, argument) => {
      const { status, body } = await server().query(query);
      expect(status).toBe(400);
      expect(body.errors).toEqual([
        {
          message: `${argument} is null; leave it out, or ask for a missing value with {eq: null}.`,
          locations: [expect.anything()],
          extensions: { code: 'BAD_USER_INPUT', argument, given: null, allowed: 'a value' },
        },
      ]);
    });

    test.each([
      [
        '{ corporations(where: {plantsEdge: {none: {OR: []}}}) { totalCount } }',
        'corporations.where.plantsEdge.none.OR',
      ],
      [
        '{ c: country(id: "c") { plants(whereEdge: {AND: [{node: {AND: []}}]}) { totalCount } } }',
        'c.plants.whereEdge.AND.0.node.AND',
      ],
    ])('an empty list of conditions in %s', async (query, argument) => {
      const { status, body } = await server().query(query);
      expect(status).toBe(400);
      expect(body.errors).toEqual([
        expect.objectContaining({
          message: `${argument} is empty; give it at least one condition.`,
          extensions: { code: 'BAD_USER_INPUT', argument, given: [], allowed: 'at least one condition' },
        }),
      ]);
    });

    test.each([
      ['{ corporations(whereEdge: {}) { totalCount } }', 'Unknown argument "whereEdge"'],
      [
        '{ corporations(where: {plantsEdge: {some: {claims: {some: {}}}}}) { totalCount } }',
        'Field "claims" is not defined',
      ],
      [
        '{ corporations(where: {plantsEdge: {share: {gt: 1}}}) { totalCount } }',
        'Field "share" is not defined',
      ],
      ['{ corporations(where: {countryEdge: {some: {}}}) { totalCount } }', 'Field "some" is not defined'],
      [
        '{ corporations(where: {id: {caseInsensitive: {eq: "x"}}}) { totalCount } }',
        'Field "caseInsensitive" is not defined',
      ],
      [
        '{ corporations(where: {aliases: {caseInsensitive: {includes: "x"}}}) { totalCount } }',
        'Field "caseInsensitive" is not defined',
      ],
      [
        '{ corporations(where: {name: {caseInsensitive: {gt: "x"}}}) { totalCount } }',
        'Field "gt" is not defined',
      ],
      [
        '{ corporations(where: {name: {caseInsensitive: {eq: 1}}}) { totalCount } }',
        'String cannot represent a non string value: 1',
      ],
    ])('what there is not: %s', async (query, message) => {
      const { status, body } = await server().query(query);
      expect(status).toBe(400);
      expect(body.errors).toContainEqual(
        expect.objectContaining({ message: expect.stringContaining(message) as string }),
      );
    });

    test('none of them keeps the server from answering', async () => {
      expect(await server().data('{ corporation(id: "corporation/hub") { id } }')).toEqual({
        corporation: { id: 'corporation/hub' },
      });
    });
  },
  { seeds: [awkwardSeed] },
);

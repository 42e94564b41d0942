import { refusedQuery } from '../support/misuse';
import { onEveryStore } from '../support/servers';

const groups = 'at least one value to group by, as in {status: true}';
const one = 'exactly one, as in {name: ASC}';
const currency = 'currency among the keys of groupBy, or demanded by where: {currency: {eq: …}}';

onEveryStore('an aggregate that cannot be meant', (server) => {
  test.each<[string, { argument: string; given?: unknown; allowed?: string }]>([
    [
      '{ plantsAggregate { groups { count } } }',
      { argument: 'plantsAggregate.groupBy', given: null, allowed: groups },
    ],
    ['{ a: plantsAggregate { groupCount } }', { argument: 'a.groupBy', given: null, allowed: groups }],
    ['{ plantsAggregate(having: {}) { count } }', { argument: 'plantsAggregate.groupBy', allowed: groups }],
    ['{ plantsAggregate(orderBy: []) { count } }', { argument: 'plantsAggregate.groupBy', allowed: groups }],
    [
      '{ plantsAggregate(groupBy: {}) { count } }',
      { argument: 'plantsAggregate.groupBy', given: {}, allowed: groups },
    ],
    [
      '{ plantsAggregate(groupBy: {status: false}) { count } }',
      { argument: 'plantsAggregate.groupBy', given: { status: false }, allowed: groups },
    ],
    [
      '{ plantsAggregate(groupBy: {status: true, country: {}}) { count } }',
      { argument: 'plantsAggregate.groupBy.country', given: {}, allowed: groups },
    ],
    [
      '{ plantsAggregate(groupBy: {status: null}) { count } }',
      { argument: 'plantsAggregate.groupBy.status', given: null, allowed: 'true or false' },
    ],
    [
      '{ plantsAggregate(groupBy: {status: true}) { groups { key { country { name } } } } }',
      { argument: 'plantsAggregate.groups.key.country.name', given: 'country.name', allowed: 'status' },
    ],
    [
      '{ plantsAggregate(groupBy: {status: true}, orderBy: {key: {name: ASC}}) { count } }',
      { argument: 'plantsAggregate.orderBy.0.key.name', given: 'name', allowed: 'status' },
    ],
    [
      '{ plantsAggregate(groupBy: {status: true}, orderBy: {}) { count } }',
      { argument: 'plantsAggregate.orderBy.0', given: [], allowed: one },
    ],
    [
      '{ plantsAggregate(groupBy: {status: true}, orderBy: {count: ASC, sum: {capacity: ASC}}) { count } }',
      { argument: 'plantsAggregate.orderBy.0', given: ['count', 'sum'], allowed: one },
    ],
    [
      '{ plantsAggregate(groupBy: {status: true}, having: {OR: []}) { count } }',
      { argument: 'plantsAggregate.having.OR', given: [], allowed: 'at least one condition' },
    ],
    [
      '{ investmentsAggregate(groupBy: {currency: true}) { sum { amount } } }',
      { argument: 'investmentsAggregate.sum.amount', given: 'sum of amount', allowed: currency },
    ],
    [
      '{ investmentsAggregate(where: {OR: [{currency: {eq: "JPY"}}]}) { min { amount } } }',
      { argument: 'investmentsAggregate.min.amount', given: 'min of amount', allowed: currency },
    ],
    [
      '{ investmentsAggregate(where: {currency: {eq: null}}) { avg { amount } } }',
      { argument: 'investmentsAggregate.avg.amount', given: 'avg of amount', allowed: currency },
    ],
    [
      '{ corporations(where: {investments: {sum: {amount: {gt: 1}}}}) { totalCount } }',
      { argument: 'corporations.where.investments.sum.amount', given: 'sum of amount', allowed: currency },
    ],
    [
      '{ corporations(orderBy: {investments: {max: {amount: DESC}}}) { totalCount } }',
      {
        argument: 'corporations.orderBy.0.investments.max.amount',
        given: 'max of amount',
        allowed: currency,
      },
    ],
    [
      '{ corporations(where: {plants: {where: {name: {eq: "x"}}}}) { totalCount } }',
      { argument: 'corporations.where.plants.where', given: { name: { eq: 'x' } } },
    ],
    [
      '{ corporations(where: {plants: {count: null}}) { totalCount } }',
      { argument: 'corporations.where.plants.count', given: null, allowed: 'a value' },
    ],
    [
      '{ corporations(orderBy: {plants: {where: {}}}) { totalCount } }',
      { argument: 'corporations.orderBy.0.plants', given: [], allowed: one },
    ],
  ])('%s', async (query, told) => {
    const { status, errors } = await refusedQuery(server(), query);
    expect(status).toBe(400);
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', ...told });
  });

  test('more groups than a page may hold', async () => {
    const { errors } = await refusedQuery(
      server(),
      '{ plantsAggregate(groupBy: {name: true}, first: 501) { groupCount } }',
    );
    expect(errors[0]!.extensions).toMatchObject({
      code: 'PAGE_SIZE_OUT_OF_RANGE',
      argument: 'plantsAggregate.first',
      given: 501,
      allowed: '0 to 500',
    });
  });
});

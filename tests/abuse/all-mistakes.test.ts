import { onEveryStore } from '../support/servers';
import { refusedQuery } from '../support/misuse';

onEveryStore('all mistakes of a request are told together', (server) => {
  const mistakesOf = async (query: string, variables?: Readonly<Record<string, unknown>>) => {
    const { errors } = await refusedQuery(server(), query, variables);
    return errors.map(({ extensions: { code, argument } }) => `${code} ${argument!}`);
  };

  test('in several arguments of a field', async () => {
    const query = `{ plants(
      orderBy: [{ name: ASC, place: DESC }, {}]
      where: { OR: [], name: { contains: null }, NOT: { AND: [], country: null } }
      first: -1
      after: "bogus"
    ) { nodes { id } } }`;
    expect(await mistakesOf(query)).toEqual([
      'BAD_USER_INPUT plants.orderBy.0',
      'BAD_USER_INPUT plants.orderBy.1',
      'BAD_USER_INPUT plants.where.OR',
      'BAD_USER_INPUT plants.where.NOT.AND',
      'BAD_USER_INPUT plants.where.NOT.country',
      'BAD_USER_INPUT plants.where.name.contains',
      'PAGE_SIZE_OUT_OF_RANGE plants.first',
      'BAD_CURSOR plants.after',
    ]);
  });

  test('at several roots and levels', async () => {
    const query = `{
      plants(where: { OR: [] }) {
        nodes { operators(orderBy: [{}]) { nodes { brands(where: { AND: [] }) { totalCount } } } }
      }
      claims(first: 501) { nodes { id } }
      sources(where: { name: null }) { totalCount }
    }`;
    expect(await mistakesOf(query)).toEqual([
      'BAD_USER_INPUT plants.where.OR',
      'BAD_USER_INPUT plants.nodes.operators.orderBy.0',
      'BAD_USER_INPUT plants.nodes.operators.nodes.brands.where.AND',
      'BAD_USER_INPUT sources.where.name',
      'PAGE_SIZE_OUT_OF_RANGE claims.first',
    ]);
  });

  test('by variables', async () => {
    const query = `query($first: Int, $where: PlantWhere, $after: String) {
      plants(first: $first, where: $where, after: $after) { nodes { id operators(first: $first) { totalCount } } }
    }`;
    const variables = { first: null, where: { OR: [], AND: [] }, after: 'bogus' };
    expect((await mistakesOf(query, variables)).toSorted()).toEqual([
      'BAD_CURSOR plants.after',
      'BAD_USER_INPUT plants.where.AND',
      'BAD_USER_INPUT plants.where.OR',
    ]);
  });

  test('each once, however many kinds a field is selected of', async () => {
    const query = `{ nodes(ids: ["plant/x"]) { name ... on Plant { place } claims(orderBy: [{}]) { totalCount } } }`;
    expect(await mistakesOf(query)).toEqual(['BAD_USER_INPUT nodes.claims.orderBy.0']);
  });

  test('and again, the next time it is asked', async () => {
    const query = '{ plants(first: -1, where: { OR: [] }) { totalCount } }';
    const mistakes = ['BAD_USER_INPUT plants.where.OR', 'PAGE_SIZE_OUT_OF_RANGE plants.first'];
    expect(await mistakesOf(query)).toEqual(mistakes);
    expect(await mistakesOf(query)).toEqual(mistakes);
  });
});

import { getOperationAST, parse } from 'graphql';
import { prepareStore } from '../../src/claims';
import { printChange } from '../../src/cypher';
import { model } from '../../src/domain';
import { Answers } from '../../src/server';
import { EmbeddedStore } from '../../src/store';

/** More than a sample is taken of; a few share a name. */
const count = 7_000;
const limits = { maxPageSize: 500 };
const statistics = { nodes: () => count, edges: () => 0 };
const sampling = new Answers(model, limits, statistics, {
  ordersFromIndex: false,
  countsDegrees: false,
  meetsHalfway: false,
});
const sorting = new Answers(model, limits, statistics, {
  ordersFromIndex: true,
  countsDegrees: false,
  meetsHalfway: false,
});

describe('pages of a long list on the embedded store, bounded by a sample', () => {
  const store = new EmbeddedStore();
  beforeAll(async () => {
    const newNodes = Array.from({ length: count }, (_, at) => ({
      id: `corporation/c${String(at)}`,
      kind: 'Corporation',
      properties: { name: `C ${String(Math.floor(((at * 3_571) % count) / 3))}` },
    }));
    await prepareStore(model, store);
    await store.write(printChange(model, { newNodes }));
  });
  afterAll(() => store.close());

  const ask = async (answers: Answers, args: string): Promise<unknown> => {
    const document = parse(
      `{ corporations(${args}) { nodes { id name } pageInfo { endCursor hasNextPage } } }`,
    );
    const operation = getOperationAST(document)!;
    const { data } = (await answers.answer(store, document, operation, {}))!;
    return data;
  };

  test.each([
    'first: 20, orderBy: {name: ASC}',
    'first: 500, orderBy: {name: DESC}',
    'last: 20, orderBy: {name: ASC}',
    'last: 7, orderBy: [{name: DESC}, {id: DESC}]',
    'first: 20, orderBy: {name: ASC}, where: {name: {contains: "99"}}',
    'first: 20, orderBy: {name: ASC}, where: {name: {contains: "nobody"}}',
    'first: 20, orderBy: {id: DESC}',
  ])('are those of the sorted list: %s', async (args) => {
    const page = await ask(sampling, args);
    expect(page).toEqual(await ask(sorting, args));
  });

  test('after a cursor, too', async () => {
    const from = 'first: 30, orderBy: {name: ASC}';
    const first = (await ask(sampling, from)) as { corporations: { pageInfo: { endCursor: string } } };
    const next = `${from}, after: "${first.corporations.pageInfo.endCursor}"`;
    expect(await ask(sampling, next)).toEqual(await ask(sorting, next));
  });
});

import { getOperationAST, parse, validate } from 'graphql';
import { model } from '../../src/domain';
import type { Statistics } from '../../src/plan';
import { Answers } from '../../src/server';

const nodes: Readonly<Record<string, number>> = {
  Corporation: 150_000,
  Plant: 200_000,
  Partnership: 100_000,
  Country: 200,
  BatteryChemistry: 40,
  Claim: 60_000,
  Entity: 600_000,
};

const edges: Readonly<Record<string, number>> = {
  OPERATES: 300_000,
  PARTICIPATES_IN: 300_000,
  HEADQUARTERED_IN: 150_000,
  LOCATED_IN: 200_000,
  PRODUCES: 300_000,
};

const industry: Statistics = { nodes: (type) => nodes[type] ?? 0, edges: (type) => edges[type] ?? 0 };

const empty: Statistics = { nodes: () => 0, edges: () => 0 };

let counted = industry;
const statistics: Statistics = { nodes: (type) => counted.nodes(type), edges: (type) => counted.edges(type) };
const answers = new Answers(model, { maxPageSize: 500 }, statistics);

/** What each part of a query costs, a part a line: in an industry of 600,000 nodes, or by other figures. */
function costOf(query: string, figures: Statistics = industry): string {
  counted = figures;
  const document = parse(query);
  expect(validate(answers.schema, document)).toEqual([]);
  const { total, parts } = answers.cost(document, getOperationAST(document)!, {})!;
  return [...parts, { path: '=', cost: total }].map(({ path, cost }) => `${path} ${cost}`).join('\n');
}

const trace = (first: number): string => `{
  corporation(id: "corporation/acme") {
    partnerships(first: ${first}) { nodes { participants(first: ${first}) { nodes {
      partnerships(first: ${first}) { nodes { participants(first: ${first}) { nodes { id } } } }
    } } } }
  }
}`;

/** Snapshots are texts as they are, without quotes around them. */
expect.addSnapshotSerializer({
  test: (value) => typeof value === 'string',
  print: (value) => value as string,
});

describe('the cost of', () => {
  test('nodes by their ids', () => {
    expect(costOf('{ corporation(id: "a") { id } nodes(ids: ["a", "b", "c"]) { id } }'))
      .toMatchInlineSnapshot(`
      nodes 3
      corporation 1
      = 4
    `);
  });

  test('a page in the order of an index, and one that is sorted', () => {
    const query = `{
      byName: corporations(first: 10, orderBy: { name: DESC }) { nodes { id } }
      byTown: corporations(first: 10, orderBy: { headquarters: ASC }) { nodes { id } }
    }`;
    expect(costOf(query)).toMatchInlineSnapshot(`
      byTown 150000
      byName 10
      = 150010
    `);
  });

  test('an order by what a relation to one leads to, and by what is counted there anew for each', () => {
    const query = `{
      byCountry: plants(first: 10, orderBy: { country: { name: ASC } }) { nodes { id } }
      byItsPlants: plants(first: 10, orderBy: { country: { plants: { count: DESC } } }) { nodes { id } }
    }`;
    expect(costOf(query)).toMatchInlineSnapshot(`
      byItsPlants 200400000
      byCountry 400000
      = 200800000
    `);
  });

  test('counts, with and without a condition', () => {
    const query = `{
      all: plants { totalCount }
      some: plants(where: { status: { eq: PLANNED } }) { totalCount }
      both: plants(where: { status: { eq: PLANNED } }) { totalCount nodes { id } }
      one: plants(where: { id: { in: ["a", "b"] }, status: { eq: PLANNED } }) { nodes { id } }
    }`;
    expect(costOf(query)).toMatchInlineSnapshot(`
      both 400000
      some 200000
      one 2
      all 1
      = 600003
    `);
  });

  test('pages that multiply, up to what there is', () => {
    expect(costOf(trace(25))).toMatchInlineSnapshot(`
      corporation.partnerships.nodes.participants.nodes.partnerships.nodes.participants 300000
      corporation.partnerships.nodes.participants.nodes.partnerships 19365
      corporation.partnerships.nodes.participants 4744
      corporation.partnerships 775
      corporation 1
      = 324885
    `);
    expect(costOf(trace(500))).toMatchInlineSnapshot(`
      corporation.partnerships.nodes.participants.nodes.partnerships 300000
      corporation.partnerships.nodes.participants.nodes.partnerships.nodes.participants 300000
      corporation.partnerships.nodes.participants 250000
      corporation.partnerships 775
      corporation 1
      = 850776
    `);
  });

  test('relations to one, counts and edges that cite', () => {
    const query = `{ corporations(first: 24) { nodes {
      country { name }
      plants(first: 4) { totalCount edges { claims { id } } }
    } } }`;
    expect(costOf(query)).toMatchInlineSnapshot(`
      corporations.nodes.plants 7590
      corporations.nodes.plants.edges.claims 480
      corporations 24
      corporations.nodes.country 24
      = 8118
    `);
  });

  test('relation filters, from their far end', () => {
    const query = `{ corporations(where: { plants: { some: {
      country: { id: { eq: "country/japan" } }, chemistries: { some: { name: { contains: "LFP" } } }
    } } }) { nodes { id } } }`;
    expect(costOf(query)).toMatchInlineSnapshot(`
      corporations 1500000
      = 1500000
    `);
  });

  test('a field of several kinds, and a connection of which nothing is read', () => {
    const query = `{
      nodes(ids: ["a", "b"]) {
        ... on Corporation { name claims { totalCount } }
        ... on Plant { place claims { totalCount } }
      }
      plants { __typename }
    }`;
    expect(costOf(query)).toMatchInlineSnapshot(`
      nodes 2
      nodes.claims 0
      plants 0
      = 2
    `);
  });

  test('anything in an empty store is nothing', () => {
    expect(costOf(trace(500), empty)).toMatchInlineSnapshot(`
      corporation 1
      corporation.partnerships 0
      corporation.partnerships.nodes.participants 0
      corporation.partnerships.nodes.participants.nodes.partnerships 0
      corporation.partnerships.nodes.participants.nodes.partnerships.nodes.participants 0
      = 1
    `);
  });
});

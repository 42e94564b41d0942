import { getOperationAST, parse, validate } from 'graphql';
import { awkwardSeed, onEveryStore, type TestServer } from '../support/servers';
import { allCorporations } from '../support/filter-cases';
import { answersWith } from '../support/statements';
import type { Answers } from '../../src/server';

/** By these figures a list that is narrowed by ids is always the cheaper end to begin at. */
const fromCandidates = answersWith({ nodes: () => 10_000, edges: () => 10_000 });

/** By these, where each node leads to everything, hardly anything is gained there. */
const fromFarEnds = answersWith({ nodes: () => 1, edges: () => 1e9 });

/** What is answered, as text, and whether a filter is computed from the candidates' end. */
async function answer(by: Answers, { store }: TestServer, query: string): Promise<[string, boolean]> {
  const document = parse(query);
  expect(validate(by.schema, document)).toEqual([]);
  const result = await by.answer(store, document, getOperationAST(document)!, {});
  return [JSON.stringify(result?.data), store.reads.at(-1)!.text.includes('AS C')];
}

/** Both ends give what the server gives. */
const check =
  (server: () => TestServer) =>
  async (query: string): Promise<void> => {
    const expected = JSON.stringify(await server().data(query));
    const [far] = await answer(fromFarEnds, server(), query);
    expect(far).toBe(expected);
    expect(await answer(fromCandidates, server(), query)).toEqual([expected, true]);
  };

const ids = JSON.stringify(allCorporations.map((slug) => `corporation/${slug}`));

const filters = [
  '{plants: {some: {}}}',
  '{plants: {none: {startOfProduction: {eq: "2024"}}}}',
  '{plants: {all: {startOfProduction: {isNull: false}}}}',
  '{plants: {single: {startOfProduction: {eq: "2024-09"}}}}',
  '{plants: {single: {chemistries: {single: {}}}}}',
  '{plants: {some: {chemistries: {some: {materials: {some: {name: {eq: "Nickel"}}}}}}}}',
  '{plants: {some: {chemistries: {some: {}}, startOfProduction: {gt: "2024-08"}}}}',
  '{plants: {some: {NOT: {chemistries: {some: {}}}}}}',
  '{OR: [{plants: {some: {}}}, {partnerships: {some: {kind: {eq: SUPPLY}}}}]}',
  '{AND: [{plants: {some: {}}}, {OR: [{partnerships: {single: {}}}, {owners: {some: {}}}]}]}',
  '{NOT: {country: {isoCode: {eq: "EA"}}}}',
  '{country: {plants: {some: {operators: {some: {name: {eq: "トヨタ"}}}}}}}',
  '{owners: {some: {owns: {some: {NOT: {name: {eq: "Acme"}}}}}}}',
  '{owns: {some: {id: {eq: "corporation/acme"}}}, plants: {some: {name: {contains: "B"}}}}',
  '{plantsEdge: {some: {share: {gt: 10}, node: {startOfProduction: {eq: "2024"}}}}}',
  '{plantsEdge: {single: {OR: [{share: {gt: 26}}, {node: {chemistries: {single: {}}}}]}}}',
  '{partnershipsEdge: {all: {role: {isNull: false}, node: {participants: {some: {name: {eq: "Acme"}}}}}}}',
  '{investments: {some: {investors: {some: {id: {startsWith: "government/"}}}}}}',
];

onEveryStore(
  'relation filters from the end of the candidates',
  (server) => {
    test.each(
      filters.map(
        (filter) =>
          `{ corporations(where: {id: {in: ${ids}}, AND: [${filter}]}, first: 100) { totalCount nodes { id } } }`,
      ),
    )('%s', check(server));

    test.each([
      '{ country(id: "country/eastland") { plants(where: {operators: {some: {name: {contains: "c"}}}}) { totalCount nodes { id } } } }',
      '{ corporation(id: "corporation/hub") { plants(where: {operators: {none: {name: {eq: "Acme"}}}}, first: 3) { totalCount nodes { id } } } }',
      `{ corporation(id: "corporation/hub") { plants(
        where: {NOT: {operators: {single: {}}}}
        whereEdge: {share: {gt: 0}, node: {chemistries: {some: {materials: {some: {name: {eq: "Iron"}}}}}}}
      ) { totalCount nodes { id } } } }`,
      `{ nodes(ids: ["corporation/acme", "plant/p-01", "government/eastland"]) {
        ... on Party { investments(where: {investors: {some: {name: {startsWith: "Gov"}}}}) { nodes { id } } }
        ... on Plant { operators(where: {plants: {single: {}}}) { nodes { id } } }
      } }`,
    ])('%s', check(server));
  },
  { seeds: [awkwardSeed] },
);

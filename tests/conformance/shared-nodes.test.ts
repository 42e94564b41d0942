import { onEveryStore, awkwardSeed } from '../support/servers';

/** The bytes are compared with those of graphql-js's walk, which writes out each path, at the end of the suite. */
onEveryStore(
  'nodes that many paths lead to',
  (server) => {
    test('are written alike on each of them', async () => {
      const again = (inner: string): string =>
        `country { name plants(first: 50) { edges { since node { id name place ${inner} } } totalCount } }`;
      const { text, body } = await server().query(`{ plants(first: 50) { nodes { ${again(again(''))} } } }`);
      expect(body.errors).toBeUndefined();
      expect(text.length).toBeGreaterThan(20_000);
      expect(text).toBe(`${JSON.stringify(body)}\n`);
    });
  },
  { seeds: [awkwardSeed] },
);

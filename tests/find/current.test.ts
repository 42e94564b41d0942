/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return --
   answers are JSON, and what is in them is what is tested */
import { diagnose, loadSeeds, type Finding } from '../../src/claims';
import { model } from '../../src/domain';
import { copyOfArticle, edit } from '../support/seeds';
import { startServer, testStores, type TestServer } from '../support/servers';

/** What is found is what the graph holds, from the moment a write is done. */
for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] what is found by text`, () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startServer(open!());
    }, 120_000);
    afterAll(() => server.close());

    const first = async (text: string): Promise<string | undefined> => {
      const query = 'query ($text: String!) { search(text: $text, first: 1) { nodes { id } } }';
      return (await server.data(query, { text })).search.nodes[0]?.id;
    };

    const load = async (file: string, change: (text: string) => string): Promise<void> => {
      const folder = copyOfArticle();
      edit(folder, file, change);
      await loadSeeds(model, server.store, [folder]);
    };

    test('another name is found at once, and the one before no more', async () => {
      expect(await first('Zwölfhundert')).toBeUndefined();
      expect(await first('Lexus')).toBe('brand/lexus');
      await load('entities.csv', (text) => text.replace('brand/lexus,Lexus,', 'brand/lexus,Zwölfhundert,'));
      expect(await first('zwolfhundert')).toBe('brand/lexus');
      // Its id is as it was, and found to the letter only.
      expect(await first('Lexu')).not.toBe('brand/lexus');
    });

    test('the name of a country is a place of its plants, and so is its next name', async () => {
      await load('entities.csv', (text) =>
        text.replace(/^country\/japan,Japan,/m, 'country/japan,Nipponia,'),
      );
      const { search } = await server.data(
        '{ search(text: "Nipponia", kinds: [Plant]) { edges { match { property role text } } } }',
      );
      expect(search.edges.length).toBeGreaterThan(3);
      expect(search.edges[0].match).toEqual({ property: 'country', role: 'PLACE', text: 'Nipponia' });
    });

    test('a load that fails leaves what is found as it was', async () => {
      const change = (text: string): string =>
        `${text.replace('brand/lexus,', 'brand/lexus,Neverland ')}\nnot an id,Broken,\n`;
      await expect(load('entities.csv', change)).rejects.toThrow();
      expect(await first('Neverland')).toBeUndefined();
    });

    test('it is what the claims make of it', async () => {
      const findings: Finding[] = [];
      await diagnose(model, server.store, (finding) => findings.push(finding));
      expect(findings).toEqual([]);
      const spoilt = "MATCH (n:Brand {id: 'brand/lexus'}) SET n.search_names = 'espoilt'";
      await server.store.write([{ text: spoilt, parameters: {} }]);
      await diagnose(model, server.store, (finding) => findings.push(finding));
      expect(findings).toMatchObject([{ at: 'brand/lexus' }]);
    });
  });
}

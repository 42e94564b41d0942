import type { GraphStore, Row, Statement, TextIndex } from '../../src/store';
import { testStores } from '../support/servers';

const statement = (text: string, parameters: Readonly<Record<string, unknown>> = {}) => ({
  text,
  parameters,
});

const definition = {
  text: 'CREATE CONSTRAINT Probe_id IF NOT EXISTS FOR (n:Probe) REQUIRE n.id IS UNIQUE',
  backsConstraint: false,
};

const textIndex: TextIndex = {
  name: 'probe_text',
  label: 'Probe',
  properties: ['terms'],
  kindProperty: 'kind',
};

/** What every store keeps, whatever is behind it. */
for (const { name, open } of testStores) {
  const suite = open === undefined ? describe.skip : describe;
  suite(`[${name}] a store`, () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = open!();
      await store.prepare([definition], [textIndex]);
    });
    beforeEach(() => store.write([statement('MATCH (n:Probe) DETACH DELETE n')]));
    afterAll(async () => {
      await store.write([statement('MATCH (n:Probe) DETACH DELETE n')]);
      await store.close();
    });

    const put = (id: string, value: unknown): Promise<void> =>
      store.write([statement('MERGE (n:Probe {id: $id}) SET n.value = $value', { id, value })]);
    const valueOf = async (id: string): Promise<unknown> => {
      const rows = await store.read(statement('MATCH (n:Probe {id: $id}) RETURN n.value AS value', { id }));
      return rows[0]?.['value'];
    };
    const count = async (): Promise<unknown> =>
      (await store.read(statement('MATCH (n:Probe) RETURN count(n) AS count')))[0]?.['count'];

    test.each([
      ['nothing', 0],
      ['an integer', 42],
      ['a negative one', -7],
      ['a fraction', 37.6],
      ['a small fraction', 0.1],
      ['a sum in yen', 1_000_000_000_000],
      ['a sum in yen with a fraction', 1_234_567_890_123.5],
      ['the largest safe integer', 2 ** 53 - 1],
      ['2^53', 2 ** 53],
      ['past 2^53', 2 ** 53 + 2],
      ['far past it', 1e300],
    ])('keeps a number: %s', async (_title, value) => {
      await put('number', value);
      expect(await valueOf('number')).toBe(value);
    });

    test.each([
      ['true', true],
      ['false', false],
      ['an empty text', ''],
      ['scripts of the world', '日本 トヨタ 한국 é 🔋 \u0000 ‏عربي'],
      ['a long text', 'ア'.repeat(100_000)],
      ['a list of texts', ['a', 'b', 'a']],
      ['a list of numbers', [1, 2.5, -3]],
      ['an empty list', []],
    ])('keeps a value: %s', async (_title, value) => {
      await put('value', value);
      expect(await valueOf('value')).toEqual(value);
    });

    describe('finds text', () => {
      const find = (terms: readonly string[], kinds?: readonly string[], limit = 10): Promise<unknown> =>
        store.findText({ index: textIndex, property: 'terms', terms, kinds, limit });
      const putText = (id: string, kind: string, terms: string): Statement =>
        statement('CREATE (n:Probe) SET n = $of', { of: { id, kind, terms } });

      beforeEach(() =>
        store.write([
          putText('one', 'a-b', 'wtoyota ptoy x5bd2'),
          putText('two', 'c', 'wnissan ptoy'),
          putText('three', 'c', 'wa wthe wnissan ptoy pnis'),
        ]),
      );

      test('by any of the terms, the rarest first', async () => {
        expect(await find(['wtoyota', 'ptoy'], undefined, 1)).toEqual(['one']);
        expect(await find(['x5bd2'])).toEqual(['one']);
        expect(await find(['wthe'])).toEqual(['three']);
        expect(await find(['toyota', 'wtoy'])).toEqual([]);
      });

      test('of some kinds, and no more than the limit', async () => {
        expect(await find(['ptoy'], ['a-b'])).toEqual(['one']);
        expect(await find(['ptoy', 'wa'], ['c'])).toHaveLength(2);
        expect(await find(['ptoy', 'wa'], ['c'], 1)).toHaveLength(1);
        expect(await find(['ptoy'], ['a'])).toEqual([]);
      });

      test('as it is after each write, and no other', async () => {
        await store.write([statement("MATCH (n:Probe {id: 'one'}) SET n.terms = 'wmazda'")]);
        expect(await find(['wtoyota'])).toEqual([]);
        expect(await find(['wmazda'])).toEqual(['one']);
        await store.write([statement("MATCH (n:Probe {id: 'one'}) DETACH DELETE n")]);
        expect(await find(['wmazda'])).toEqual([]);
      });

      test('nothing of a transaction that failed', async () => {
        const failed = store.transaction(async (transaction) => {
          await transaction.run(statement("MATCH (n:Probe {id: 'one'}) SET n.terms = 'wmazda'"));
          await transaction.run(putText('four', 'c', 'wmazda'));
          throw new Error('no');
        });
        await expect(failed).rejects.toThrow('no');
        expect(await find(['wmazda'])).toEqual([]);
        expect(await find(['wtoyota'])).toEqual(['one']);
      });

      test('what was there before much was written, and all of that', async () => {
        await store.beginBulk([textIndex]);
        await store.beginBulk([textIndex]);
        await store.write([
          statement("MATCH (n:Probe {id: 'one'}) SET n.terms = 'wmazda'"),
          putText('four', 'c', 'wford'),
        ]);
        await store.prepare([], [textIndex]);
        expect(await find(['wmazda'])).toEqual(['one']);
        expect(await find(['wford'])).toEqual(['four']);
        expect(await find(['wtoyota'])).toEqual([]);
        expect(await find(['wthe'])).toEqual(['three']);
      });

      test('an index that is there stays', async () => {
        await store.prepare([definition], [textIndex]);
        expect(await find(['wtoyota'])).toEqual(['one']);
      });
    });

    test('null takes a property away', async () => {
      await put('gone', 'here');
      await put('gone', null);
      const query = 'MATCH (n:Probe {id: "gone"}) RETURN properties(n) AS all, n.value AS value';
      expect(await store.read(statement(query))).toEqual([{ all: { id: 'gone' }, value: null }]);
    });

    test('a stream gives the rows of a statement in their order, some at a time, and may be left', async () => {
      const numbers = {
        text: 'UNWIND range(1, $end) AS n RETURN n, [n] AS list',
        parameters: { end: 1_234 },
      };
      const batches: (readonly Row[])[] = [];
      for await (const rows of store.stream(numbers)) batches.push(rows);
      expect(batches.flat()).toEqual(await store.read(numbers));
      expect(batches.length).toBeGreaterThan(2);
      for await (const rows of store.stream(numbers)) {
        expect(rows[0]).toEqual({ n: 1, list: [1] });
        break;
      }
      for await (const rows of store.stream({ ...numbers, parameters: { end: 0 } }))
        expect(rows).toBe('none');
    });

    test('a number given as a parameter counts rows', async () => {
      expect(
        await store.read(statement('UNWIND $of AS n RETURN n LIMIT $many', { of: [1, 2, 3], many: 2 })),
      ).toEqual([{ n: 1 }, { n: 2 }]);
    });

    // Filters in any case lower the given text here and the property in the store. The scripts that Unicode has added
    // since its version 13 are left out: an older Java does not know their capitals.
    test('makes a text lower case as it is made here', async () => {
      const points = Array.from({ length: 0x1c80 }, (_, at) => String.fromCodePoint(at));
      const more = Array.from({ length: 0x1f00 }, (_, at) => String.fromCodePoint(0xe000 + 0x2000 - at - 1));
      const words = [
        'ΟΔΟΣ ΟΔΟΣΑ',
        'Σ',
        'İstanbul',
        'I\u0307',
        'STRASSE ẞ',
        'CAFÉ CAFE\u0301',
        'ＡＢＣ',
        '𐐀',
        'ǅ',
        '🔋',
      ];
      const texts = [...points, ...more, ...words];
      const [row] = await store.read(
        statement('UNWIND $texts AS t RETURN collect(toLower(t)) AS lower', { texts }),
      );
      expect(row!['lower']).toEqual(texts.map((text) => text.toLowerCase()));
    });

    test('a profile tells the operators and their rows, and no more than that is done', async () => {
      await put('profiled', 1);
      const profile = await store.profile(
        statement('MATCH (n:Probe) WHERE n.id IN $ids RETURN collect(n.value) AS all', { ids: ['profiled'] }),
      );
      expect(profile.split('\n').length).toBeGreaterThan(2);
      expect(profile).toMatch(/aggregat/i);
      expect(profile).toMatch(/Probe/);
      expect(profile).toMatch(/rows/);
      await expect(store.profile(statement('THIS IS NO CYPHER'))).rejects.toThrow();
      expect(await valueOf('profiled')).toBe(1);
    });

    test('what is written is read at once', async () => {
      for (let value = 0; value < 20; value++) {
        await put('own', value);
        expect(await valueOf('own')).toBe(value);
      }
    });

    test('a write is all or nothing', async () => {
      const steps: number[] = [];
      const write = store.write(
        [
          statement('CREATE (:Probe {id: "first"})'),
          statement('CREATE (:Probe {id: "second"})'),
          statement('CREATE (:Probe {id: "first"})'),
        ],
        (done) => steps.push(done),
      );
      await expect(write).rejects.toThrow();
      expect(steps).toEqual([1, 2]);
      expect(await count()).toBe(0);
    });

    test('a write that fails leaves the next one alone', async () => {
      await expect(store.write([statement('THIS IS NO CYPHER')])).rejects.toThrow();
      await put('next', 1);
      expect(await count()).toBe(1);
    });

    test('a transaction reads what it has written, and nobody else does until it ends', async () => {
      const during = await store.transaction(async (transaction) => {
        await transaction.run(statement('CREATE (:Probe {id: "inside"})'));
        const rows = await transaction.run(statement('MATCH (n:Probe) RETURN n.id AS id'));
        return { rows, outside: await count() };
      });
      expect(during).toEqual({ rows: [{ id: 'inside' }], outside: 0 });
      expect(await count()).toBe(1);
    });

    test('a transaction whose work fails leaves nothing behind', async () => {
      const work = store.transaction(async (transaction) => {
        await transaction.run(statement('CREATE (:Probe {id: "inside"})'));
        throw new Error('on purpose');
      });
      await expect(work).rejects.toThrow('on purpose');
      expect(await count()).toBe(0);
    });

    test('transactions that write to the same node take turns: none reads what another is about to change', async () => {
      await put('turn', 0);
      const lock = statement('MATCH (n:Probe {id: "turn"}) SET n.taken = true');
      const read = statement('MATCH (n:Probe {id: "turn"}) RETURN n.value AS value');
      await Promise.all(
        Array.from({ length: 10 }, () =>
          store.transaction(async (transaction) => {
            await transaction.run(lock);
            const [row] = await transaction.run(read);
            const next = Number(row!['value']) + 1;
            await transaction.run(statement('MATCH (n:Probe {id: "turn"}) SET n.value = $next', { next }));
          }),
        ),
      );
      expect(await valueOf('turn')).toBe(10);
    });

    test('nobody sees half a write', async () => {
      const rows = Array.from({ length: 200 }, (_, at) => ({ id: `half-${at}` }));
      const half = statement('UNWIND $rows AS row CREATE (:Probe {id: row.id})', {
        rows: rows.slice(0, 100),
      });
      const rest = statement('UNWIND $rows AS row CREATE (:Probe {id: row.id})', { rows: rows.slice(100) });
      const state = { writing: true };
      const write = store.write([half, rest]).finally(() => (state.writing = false));
      const seen = new Set<unknown>();
      while (state.writing) seen.add(await count());
      await write;
      expect([...seen].every((each) => each === 0 || each === 200)).toBe(true);
      expect(await count()).toBe(200);
    });

    test('fifty writers of the same key make one node, and no write is lost', async () => {
      await Promise.all(
        Array.from({ length: 50 }, (_, at) =>
          store.write([
            statement('MERGE (n:Probe {id: "same"}) SET n.count = coalesce(n.count, 0) + 1'),
            statement('MERGE (n:Probe {id: $id}) WITH n MATCH (m:Probe {id: "same"}) MERGE (n)-[:SAW]->(m)', {
              id: `writer-${at}`,
            }),
          ]),
        ),
      );
      const query = 'MATCH (n:Probe {id: "same"})<-[:SAW]-(w) RETURN n.count AS count, count(w) AS writers';
      expect(await store.read(statement(query))).toEqual([{ count: 50, writers: 50 }]);
    });

    test('definitions that are there already are left as they are', async () => {
      await expect(store.prepare([definition, definition])).resolves.toBeUndefined();
    });

    test('it says of itself what holds no secret', () => {
      expect(store.description).toMatch(/^(embedded, in memory|Neo4j at \w+:\/\/[^@]+)$/);
    });

    test('it may be closed twice, and says afterwards that it is', async () => {
      const other = open!();
      await other.check();
      await other.close();
      await other.close();
      await expect(other.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(other.prepare([definition])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(other.read(statement('RETURN 1'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(other.profile(statement('RETURN 1'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(other.transaction(() => Promise.resolve())).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      });
      await expect(other.write([statement('RETURN 1')])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });
  });
}

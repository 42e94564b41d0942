import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedStore, OpeningStore, type GraphStore } from '../../src/store';
import { AnodeError } from '../../src/errors';

const one = { text: 'RETURN 1 AS one', parameters: {} };
const away = new AnodeError('STORE_UNAVAILABLE', 'away');
const traits = { description: 'x', capabilities: EmbeddedStore.capabilities };

describe('a store that is opened when it is there', () => {
  test('is tried again after a pause, and not more often', async () => {
    let tries = 0;
    const store = new OpeningStore(traits, () =>
      ++tries < 2 ? Promise.reject(away) : Promise.resolve(new EmbeddedStore()),
    );
    await expect(store.check()).rejects.toBe(away);
    await expect(store.read(one)).rejects.toBe(away);
    expect(tries).toBe(1);
    await sleep(2_100);
    expect(await store.read(one)).toEqual([{ one: 1 }]);
    expect(tries).toBe(2);
    await store.close();
  });

  test('is opened once, however many ask at the same time', async () => {
    let tries = 0;
    const store = new OpeningStore(traits, async () => {
      tries++;
      await sleep(20);
      return new EmbeddedStore();
    });
    await Promise.all(Array.from({ length: 50 }, () => store.read(one)));
    expect(tries).toBe(1);
    await store.close();
  });

  test('says so when opening takes long; whoever wants to may wait', async () => {
    const store = new OpeningStore(traits, async () => {
      await sleep(4_000);
      return new EmbeddedStore();
    });
    const start = performance.now();
    await expect(store.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(performance.now() - start).toBeLessThan(3_000);
    await store.ready();
    await store.check();
    await store.close();
  });

  test('closed while it is being opened, is closed when it is open', async () => {
    const opened: GraphStore[] = [];
    const store = new OpeningStore(traits, async () => {
      await sleep(50);
      opened.push(new EmbeddedStore());
      return opened[0]!;
    });
    const check = store.check();
    await store.close();
    await check.catch(() => undefined);
    expect(opened).toHaveLength(1);
    await expect(opened[0]!.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(store.check()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('the file of an embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anode-file-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps what was written, from one opening to the next', async () => {
    const file = join(folder, 'deep', 'graph');
    const first = new EmbeddedStore(file);
    await first.write([{ text: 'CREATE (:Probe {id: "kept"})', parameters: {} }]);
    await first.close();
    const second = new EmbeddedStore(file);
    expect(await second.read({ text: 'MATCH (n:Probe) RETURN n.id AS id', parameters: {} })).toEqual([
      { id: 'kept' },
    ]);
    await second.close();
  });

  test('where none can be made, is a coded error', () => {
    writeFileSync(join(folder, 'plain'), 'text');
    expect(() => new EmbeddedStore(join(folder, 'plain', 'graph'))).toThrow(
      expect.objectContaining({ code: 'STORE_UNAVAILABLE' }) as Error,
    );
  });
});

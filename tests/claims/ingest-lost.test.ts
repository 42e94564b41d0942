import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import fc from 'fast-check';
import { Complaints, diagnose, ingest, prepareStore } from '../../src/claims';
import { model } from '../../src/domain';
import { Neo4jStore } from '../../src/store';
import { emptyStore } from '../support/fill';
import { neo4jForTests } from '../support/stores';
import { anyEvidence, recordsIn } from './evidence-cases';

const neo4j = neo4jForTests();
const suite = neo4j === undefined ? describe.skip : describe;

suite('[neo4j] an import whose store is lost in the middle', () => {
  test('says so, and goes on where it was when the store is back', async () => {
    const address = neo4j!;
    const near = new Neo4jStore({ ...address, timeout: 20_000 });
    await emptyStore(near);
    await prepareStore(model, near);
    const proxy = await proxyTo(Number(new URL(address.uri).port));
    const far = new Neo4jStore({
      ...address,
      uri: `bolt://127.0.0.1:${String(proxy.port)}`,
      timeout: 20_000,
    });
    const [evidence] = fc.sample(anyEvidence, { seed: 1, numRuns: 1 });
    const records = recordsIn(evidence!);
    const input = {
      digest: 'lost',
      async *records() {
        yield* records;
      },
    };
    const options = { batchSize: 3, complaints: new Complaints('IMPORT_INVALID') };
    let batches = 0;
    const cut = { ...options, onBatch: () => (++batches === 2 ? proxy.cut() : undefined) };
    await expect(ingest(model, far, input, cut)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect((await ingest(model, near, input, options)).resumedAt).toBeGreaterThanOrEqual(6);
    const findings: unknown[] = [];
    await diagnose(model, near, (finding) => findings.push(finding));
    expect(findings).toEqual([]);
    await emptyStore(near);
    await Promise.all([near.close(), far.close()]);
  }, 60_000);
});

/** Passes everything on, until it is cut. */
async function proxyTo(port: number): Promise<{ readonly port: number; cut: () => void }> {
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) sockets.push(socket.on('error', () => undefined));
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * Anode on the embedded engine in memory: loads an industry of so many nodes, then serves it as `anode serve` would.
 *
 *     node embedded-server.mjs <nodes>
 */
import { createRequire } from 'node:module';
import { batchesOf } from '../graph/batches.mjs';

const require = createRequire(import.meta.url);
const { prepareStore } = require('../../dist/claims');
const { model } = require('../../dist/domain');
const { readSettings, serve } = require('../../dist/server');
const { EmbeddedStore } = require('../../dist/store');
const { pino } = require('pino');

const store = new EmbeddedStore();
await prepareStore(model, store);
for (const batch of batchesOf(model, Number(process.argv[2]))) await store.write([batch]);

const settings = readSettings({ ...process.env, PORT: '0', LOG_LEVEL: 'warn' });
const { url } = await serve(model, store, settings, pino({ level: settings.LOG_LEVEL }));
console.log(url);

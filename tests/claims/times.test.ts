import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSeeds, prepareStore } from '../../src/claims';
import { model } from '../../src/domain';
import { AnodeErrors } from '../../src/errors';
import { EmbeddedStore } from '../../src/store';
import { copyOfArticle, dump, edit } from '../support/seeds';
import { onEveryStore } from '../support/servers';

const header =
  'id,reference,subject,property,value,unit,qualifier,wording,edge,valid_from,valid_until,period_stated,confidence,status,source,attributed_to,locator,note,entered_at,withdrawn_at';

interface Times {
  readonly status?: string;
  readonly entered?: string;
  readonly withdrawn?: string;
}

/** A claim of the plant's status, or of who runs it. */
const row = (id: string, property: string, value: string, confidence: string, times: Times): string => {
  const { status = '', entered = '', withdrawn = '' } = times;
  return `claim/${id},,plant/times,${property},${value},,,,,,,,${confidence},${status},source/nikkei,,,,${entered},${withdrawn}`;
};

/** The article's folder with a plant of its own, and nothing claimed but that. */
function folderOf(rows: readonly string[]): string {
  const folder = copyOfArticle();
  edit(folder, 'entities.csv', (text) => `${text.trimEnd()}\nplant/times,T,\n`);
  for (const file of ['contradictions.csv', 'curation.csv'])
    edit(folder, file, (text) => `${text.split('\n')[0]!}\n`);
  writeFileSync(join(folder, 'claims.csv'), `${[header, ...rows].join('\n')}\n`);
  return folder;
}

const withdrawn = { status: 'WITHDRAWN', entered: '2024-01-01T00:00Z' };
const rows = [
  row('first', 'status', 'PLANNED', 'LOW', { entered: '2023-01-01T09:00:00Z' }),
  row('second', 'status', 'OPERATING', 'HIGH', { ...withdrawn, withdrawn: '2025-01-01T00:00:00.5Z' }),
  row('runs', 'operators', 'corporation/nissan', 'HIGH', {
    ...withdrawn,
    withdrawn: '2025-01-01T00:00:00Z',
  }),
  row('never', 'status', 'CLOSED', 'HIGH', withdrawn),
  // Entered when the manifest says.
  row('last', 'status', 'PAUSED', 'MEDIUM', {}),
];

describe('claims that say when they entered and were withdrawn', () => {
  const folders = [folderOf(rows)];
  onEveryStore(
    'what was known when',
    (server) => {
      test.each([
        ['2022-12-31T23:59:59Z', null, 0],
        ['2023-01-01T09:00:00Z', 'PLANNED', 0],
        ['2024-06-01T00:00:00Z', 'OPERATING', 1],
        ['2025-01-01T00:00:00.400Z', 'OPERATING', 0],
        ['2025-01-01T00:00:00.500Z', 'PLANNED', 0],
        ['2100-01-01T00:00:00Z', 'PAUSED', 0],
      ])('at %s the status is %s', async (known, status, operators) => {
        const query = `query ($known: DateTimeISO) @asOf(known: $known) {
          plant(id: "plant/times") { status operators { totalCount } }
          plantsAggregate(where: { status: { eq: OPERATING } }) { count }
        }`;
        expect(await server().data(query, { known })).toEqual({
          plant: { status, operators: { totalCount: operators } },
          plantsAggregate: { count: status === 'OPERATING' ? 1 : 0 },
        });
      });

      test('today as it is without saying when', async () => {
        const query = '{ plant(id: "plant/times") { status operators { totalCount } } }';
        const today = { plant: { status: 'PAUSED', operators: { totalCount: 0 } } };
        expect(await server().data(query)).toEqual(today);
        expect(await server().data(`query @resolve ${query}`)).toEqual(today);
      });

      test('and the claims say so', async () => {
        const times: unknown = await server().data('{ claim(id: "claim/second") { enteredAt withdrawnAt } }');
        expect(times).toEqual({
          claim: { enteredAt: '2024-01-01T00:00:00.000Z', withdrawnAt: '2025-01-01T00:00:00.500Z' },
        });
      });
    },
    { seeds: folders },
  );
});

test('loaded twice, nothing changes', async () => {
  const store = new EmbeddedStore();
  await prepareStore(model, store);
  const folder = folderOf(rows);
  await loadSeeds(model, store, [folder]);
  const before = await dump(store);
  expect(await loadSeeds(model, store, [folder])).toMatchObject({ put: 0, dropped: 0 });
  expect(await dump(store)).toBe(before);
  await store.close();
});

test.each([
  [{ entered: 'yesterday' }, 'entered_at', 'a date and time in UTC'],
  [{ entered: '2024-02-30T00:00:00Z' }, 'entered_at', 'a date and time in UTC'],
  [{ withdrawn: '2030-01-01T00:00:00Z' }, 'withdrawn_at', 'nothing: the status is not WITHDRAWN'],
  [{ ...withdrawn, withdrawn: '2023-01-01T00:00:00Z' }, 'withdrawn_at', 'a time that is not before'],
])('%j is refused', async (times, column, expected) => {
  const store = new EmbeddedStore();
  await prepareStore(model, store);
  const folder = folderOf([row('bad', 'status', 'PLANNED', 'LOW', times)]);
  const error: unknown = await loadSeeds(model, store, [folder]).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AnodeErrors);
  const [complaint] = (error as AnodeErrors).errors;
  expect(complaint!.message).toContain(`claims.csv:2, column ${column}`);
  expect(complaint!.message).toContain(expected);
  await store.close();
});

import { prepareStore } from '../../src/claims';
import { model } from '../../src/domain';
import type { GraphStore } from '../../src/store';
import { emptyStore } from './fill';
import { testStores } from './servers';

/** The same cases on every store, empty at first. A store that is not there is skipped by name. */
export function onEveryBareStore(
  title: string,
  cases: (store: () => GraphStore, name: string) => void,
): void {
  for (const { name, open } of testStores) {
    const suite = open === undefined ? describe.skip : describe;
    suite(`[${name}] ${title}`, () => {
      let store: GraphStore;
      beforeAll(async () => {
        store = open!();
        await emptyStore(store);
        await prepareStore(model, store);
      }, 180_000);
      afterAll(async () => {
        await emptyStore(store);
        await store.close();
      });
      cases(() => store, name);
    });
  }
}

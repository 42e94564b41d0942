import { isEmpty, loadSeeds, prepareStore, type LoadReport, type Progress } from '../claims';
import type { GraphModel } from '../model';
import { EmbeddedStore, Neo4jStore, OpeningStore, type GraphStore, type StoreTraits } from '../store';
import type { Settings } from './settings';

export interface FirstStart {
  /** The seed folders that an empty store is filled with. */
  readonly seeds: readonly string[];
  readonly progress?: Progress;
  readonly loaded?: (report: LoadReport) => void;
}

/** The store that the settings name, opened at once or as soon as it is there. An empty one is filled first. */
export function openStore(
  model: GraphModel,
  settings: Settings,
  { seeds, progress, loaded }: FirstStart,
): OpeningStore {
  return new OpeningStore(describeStore(settings), async () => {
    const store = connect(settings);
    try {
      await store.check();
      await prepareStore(model, store);
      if (seeds.length > 0 && (await isEmpty(store))) {
        // Not as an argument of `loaded?.()`, which is not evaluated where there is nobody to be told.
        const report = await loadSeeds(model, store, seeds, progress);
        loaded?.(report);
      }
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  });
}

const describeStore = ({ NEO4J_URI, DATA_FILE }: Settings): StoreTraits =>
  NEO4J_URI === undefined
    ? { description: `embedded, ${DATA_FILE}`, capabilities: EmbeddedStore.capabilities }
    : { description: `Neo4j, ${NEO4J_URI}`, capabilities: Neo4jStore.capabilities };

function connect(settings: Settings): GraphStore {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = settings;
  if (uri !== undefined)
    return new Neo4jStore({ uri, user, password, database, timeout: settings.QUERY_TIMEOUT });
  return new EmbeddedStore(settings.DATA_FILE === ':memory:' ? undefined : settings.DATA_FILE);
}

export { EmbeddedStore } from './embedded';
export { Neo4jStore } from './neo4j';
export { OpeningStore } from './opening';
export type { Definition, GraphStore, Row, Statement, StoreTraits, TextIndex, TextQuery } from './store';

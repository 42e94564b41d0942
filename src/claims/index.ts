export type { Progress } from './ingest/batch';
export { examine, ingest, type IngestOptions } from './ingest/ingest';
export { openInput, type FileInput } from './ingest/inputs';
export { recordKinds } from './ingest/record';
export type { IngestReport } from './ingest/run-through';
export { isEmpty, loadSeeds, prepareStore, type LoadReport } from './load';
export { Complaints } from './seed/complaints';
export { diagnose, type Diagnosis, type Finding } from './doctor';

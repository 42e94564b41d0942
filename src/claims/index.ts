export { isEmpty, loadSeeds, prepareStore, type LoadReport, type Progress } from './load';

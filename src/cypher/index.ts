export { printDefinitions } from './definitions';
export { printChange, readEdges, readNodes, readWhetherEmpty } from './graph';
export { printRead } from './read';
export { printCounts, type Counts } from './statistics';

export { printDefinitions, textIndex } from './definitions';
export { printChange, readEdges, readNodes, readWhetherEmpty } from './graph';
export { printRead } from './read';
export { printManySteps, printMeeting, printSteps, printTwoSteps, type StepRow } from './frontier';
export { printCounts, type Counts } from './statistics';
export { countChange, noteChange, readMark, readNotes, readVersion, takeLock, writeMark } from './imports';
export {
  readCountOfKind,
  readEdgesFrom,
  readIdsLeadingTo,
  readEndsOf,
  readFormerNames,
  readIdsOfKind,
  readIdsOfPropertyLeadingTo,
  readNamesById,
  readNamesOfKind,
  readNodesById,
} from './part';

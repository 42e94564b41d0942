export { Answers } from './answer';
export type { CostReport } from './cost';
export { checkDocumentNesting } from './nesting';
export { openStore } from './open-store';
export { serve } from './serve';
export { readStatistics } from './statistics';
export { readSettings, settingDescriptions, type SettingName, type Settings } from './settings';

export { Answers } from './answer';
export { checkDocumentNesting } from './nesting';
export { openStore } from './open-store';
export { serve } from './serve';
export { readSettings, settingDescriptions, type SettingName, type Settings } from './settings';

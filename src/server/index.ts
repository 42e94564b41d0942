export { Answers } from './answer';
export { openStore } from './open-store';
export { serve, type RunningServer } from './serve';
export { readSettings, settingDescriptions, type SettingName, type Settings } from './settings';

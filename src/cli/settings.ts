import type { ArgsDef } from 'citty';
import { readSettings, settingDescriptions, type SettingName, type Settings } from '../server';

const flagOf = (name: SettingName): string => name.toLowerCase().replaceAll('_', '-');

/** One flag for each of these settings, or for all: `--neo4j-uri` for NEO4J_URI. */
export function settingFlags(names?: readonly SettingName[]): ArgsDef {
  const chosen = settingDescriptions.filter(({ name }) => names === undefined || names.includes(name));
  return Object.fromEntries(
    chosen.map(({ name, description, default: value }) => [
      flagOf(name),
      {
        type: 'string' as const,
        description: `${description} ${value === undefined ? '' : `Default: ${value}. `}(${name})`,
      },
    ]),
  );
}

/** The settings of this process: flags first, then the environment. */
export function settingsFrom(flags: Readonly<Record<string, unknown>>): Settings {
  const given = settingDescriptions.map(({ name }) => [name, flags[flagOf(name)] as string | undefined]);
  return readSettings(process.env, Object.fromEntries(given) as Record<string, string | undefined>);
}

/** The settings that say where the graph is kept. */
export const storeSettings: readonly SettingName[] = [
  'DATA_FILE',
  'NEO4J_URI',
  'NEO4J_USER',
  'NEO4J_PASSWORD',
  'NEO4J_DATABASE',
  'QUERY_TIMEOUT',
];

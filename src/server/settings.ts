import { z } from 'zod';
import { AnodeError, AnodeErrors } from '../errors';

const whole = (smallest: number, largest: number) => z.coerce.number().int().min(smallest).max(largest);

/** Every setting, by the name of its environment variable. A flag of the command line has the name in kebab-case. */
const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on.'),
  PORT: whole(0, 65_535).default(4000).describe('The port to listen on; 0 takes any that is free.'),
  DATA_FILE: z
    .string()
    .min(1)
    .default('data/anode')
    .describe('The file of the embedded store, or :memory: for none. Not used with NEO4J_URI.'),
  NEO4J_URI: z
    .string()
    .regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\/.+/, 'expected an address such as neo4j://localhost:7687')
    .regex(
      /^[^@]*$/,
      'expected an address without user and password; they go into NEO4J_USER and NEO4J_PASSWORD',
    )
    .optional()
    .describe('The Neo4j server to use instead of the embedded store.'),
  NEO4J_USER: z.string().min(1).optional().describe('The user of the Neo4j server.'),
  NEO4J_PASSWORD: z.string().optional().describe('The password of that user.'),
  NEO4J_DATABASE: z
    .string()
    .min(1)
    .optional()
    .describe('The database on the Neo4j server, if not its default.'),
  QUERY_TIMEOUT: whole(100, 600_000)
    .default(10_000)
    .describe('Milliseconds after which Neo4j stops a query.'),
  MAX_PAGE_SIZE: whole(1, 10_000).default(500).describe('The largest page that a query may ask for.'),
  MAX_NESTING: whole(5, 200).default(60).describe('How deep a query or its variables may be nested.'),
  MAX_COST: whole(1_000, 1_000_000_000)
    .default(1_500_000)
    .describe('How many rows of the store a query may touch, by an estimate made beforehand.'),
  BODY_LIMIT: whole(1_024, 16_777_216).default(262_144).describe('The largest body of a request, in bytes.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('The least severe that is logged.'),
});

export type Settings = z.infer<typeof schema>;

export type SettingName = keyof Settings;

/** What a setting is for and its default, in the order in which they are documented. */
export const settingDescriptions: readonly {
  name: SettingName;
  description: string;
  default: string | number | undefined;
}[] = (Object.entries(schema.shape) as [SettingName, z.ZodType][]).map(([name, type]) => ({
  name,
  description: type.description ?? '',
  default: type.safeParse(undefined).data as string | number | undefined,
}));

/** Reads settings, flags before the environment, where blank counts as absent. Throws AnodeErrors that name every setting that is wrong. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Record<string, string | undefined>> = {},
): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [
      name,
      flags[name] ?? (environment[name]?.trim() === '' ? undefined : environment[name]),
    ]),
  );
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  throw new AnodeErrors(
    error.issues.map(({ path: [setting], message }) => {
      const name = String(setting);
      const value = withoutSecrets(name, given[name]);
      return new AnodeError('CONFIG_INVALID', `${name} is ${JSON.stringify(value)}: ${message}.`, {
        argument: name,
        given: value,
        allowed: message,
      });
    }),
  );
}

/** A password must not end up in a log, whichever setting it was put into. */
function withoutSecrets(name: string, value: string | undefined): string | undefined {
  if (name === 'NEO4J_PASSWORD') return '…';
  return name === 'NEO4J_URI' ? value?.replace(/\/\/.*@/, '//…@') : value;
}

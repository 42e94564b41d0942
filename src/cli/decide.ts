import { userInfo } from 'node:os';
import { defineCommand, type CommandDef } from 'citty';
import { decide as decideOn, undo as undoOf, type Decided, type Deciding, type Speaking } from '../claims';
import { model } from '../domain';
import { AnodeError } from '../errors';
import { openStore } from '../server';
import type { GraphStore } from '../store';
import { reporting } from './failure';
import { checkFlags } from './flags';
import { settingFlags, settingsFrom, storeSettings } from './settings';

const curating = {
  reason: { type: 'string' as const, description: 'Why. Shown with whatever it changes.' },
  by: { type: 'string' as const, description: 'Who decides; your name on this machine, if it is not said.' },
  ...settingFlags(storeSettings),
};

type Given = Readonly<Record<string, string | undefined>>;

interface CommandRules {
  readonly name: string;
  readonly description: string;
  /** What it is about: the names of its arguments, with what they are. */
  readonly about: Readonly<Record<string, string>>;
  /** Flags of its own. */
  readonly flags?: Readonly<Record<string, { readonly type: 'string'; readonly description: string }>>;
  readonly mayLackReason?: boolean;
  readonly work: (
    store: GraphStore,
    ids: readonly string[],
    deciding: Deciding,
    given: Given,
  ) => Promise<Decided>;
}

const claim = { claim: 'The id of the claim.' };
const entities = { one: 'The id of an entity.', other: 'The id of another.' };
const speaking = {
  score: { type: 'string' as const, description: 'How sure it is that names tell, from 0 to 1.' },
  features: { type: 'string' as const, description: 'What speaks for it; several with `; ` between.' },
};

/** Each verdict, what it is about, and what it says. */
const verdicts = [
  ['PREFER', claim, 'Show a claim before all others of its subject and property.'],
  ['DISMISS', claim, 'Never show a claim. It stays on record.'],
  ['SAME', entities, 'Say that two entities are one and the same. Nothing is merged.'],
  ['DIFFERENT', entities, 'Say that two entities are not the same, however alike they look.'],
] as const;

const commands = {
  ...Object.fromEntries(
    verdicts.map(([verdict, about, description]) => {
      const name = verdict.toLowerCase();
      const flags = about === entities ? speaking : {};
      const work: CommandRules['work'] = (store, ids, own, given) =>
        decideOn(model, store, verdict, ids, own, speakingOf(given));
      return [name, deciding({ name, description, about, flags, work })];
    }),
  ),
  undo: deciding({
    name: 'undo',
    description: 'Withdraw a decision. All is as before it, and it stays on record.',
    about: { decision: 'The id of the decision.' },
    mayLackReason: true,
    work: (store, [id], { reason, ...own }) =>
      undoOf(model, store, id!, { ...own, ...(reason !== '' && { reason }) }),
  }),
};

export const decide = defineCommand({
  meta: {
    name: 'decide',
    description: 'Prefer or dismiss a claim, say who is who, or undo such a decision.',
  },
  subCommands: commands,
});

/** A command that opens the store, records a decision in one transaction, and tells what came of it. */
function deciding({
  name,
  description,
  about,
  flags: own = {},
  mayLackReason = false,
  work,
}: CommandRules): CommandDef {
  const names = Object.keys(about);
  const positional = Object.fromEntries(
    Object.entries(about).map(([each, what]) => [each, { type: 'positional' as const, description: what }]),
  );
  const flags = { ...positional, ...own, ...curating };
  return defineCommand({
    meta: { name, description },
    args: flags,
    run: ({ args, rawArgs }) =>
      reporting(async () => {
        checkFlags(rawArgs, flags);
        const given = args as Given;
        const { reason = '', by = userInfo().username } = given;
        if (reason === '' && !mayLackReason) throw withoutReason();
        const store = openStore(model, settingsFrom(args), { seeds: [] });
        try {
          await store.ready();
          const ids = names.map((each) => given[each]!);
          const deciding = { curator: by, reason, at: new Date().toISOString() };
          const { decision, put, dropped } = await work(store, ids, deciding, given);
          process.stdout.write(
            `${decision.id}: ${String(put)} nodes and edges written, ${String(dropped)} removed.\n`,
          );
        } finally {
          await store.close();
        }
      }),
  }) as CommandDef;
}

/** Throws CONFIG_INVALID for a score that is none. */
function speakingOf({ score, features = '' }: Given): Speaking {
  const listed = features.split(';').map((feature) => feature.trim());
  if (score !== undefined && !/^(0(\.\d+)?|1(\.0+)?)$/.test(score)) {
    const allowed = 'a number from 0 to 1';
    throw new AnodeError('CONFIG_INVALID', `--score is ${JSON.stringify(score)}; expected is ${allowed}.`, {
      argument: '--score',
      given: score,
      allowed,
    });
  }
  return {
    score: score === undefined ? undefined : Number(score),
    features: listed.filter((feature) => feature !== ''),
  };
}

function withoutReason(): AnodeError {
  const allowed = 'a reason, in words';
  return new AnodeError('CONFIG_INVALID', `--reason is missing; expected is ${allowed}.`, {
    argument: '--reason',
    allowed,
  });
}

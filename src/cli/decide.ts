import { userInfo } from 'node:os';
import { defineCommand, type CommandDef } from 'citty';
import { decide as decideOn, undo as undoOf, type Decided, type Deciding } from '../claims';
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

interface CommandRules {
  readonly name: string;
  readonly description: string;
  /** What it is about: the names of its arguments, with what they are. */
  readonly about: Readonly<Record<string, string>>;
  readonly mayLackReason?: boolean;
  readonly work: (store: GraphStore, ids: readonly string[], deciding: Deciding) => Promise<Decided>;
}

const claim = { claim: 'The id of the claim.' };
const entities = { one: 'The id of an entity.', other: 'The id of another.' };

const commands = {
  prefer: deciding({
    name: 'prefer',
    description: 'Show a claim before all others of its subject and property.',
    about: claim,
    work: (store, ids, own) => decideOn(model, store, 'PREFER', ids, own),
  }),
  dismiss: deciding({
    name: 'dismiss',
    description: 'Never show a claim. It stays on record.',
    about: claim,
    work: (store, ids, own) => decideOn(model, store, 'DISMISS', ids, own),
  }),
  same: deciding({
    name: 'same',
    description: 'Say that two entities are one and the same. Nothing is merged.',
    about: entities,
    work: (store, ids, own) => decideOn(model, store, 'SAME', ids, own),
  }),
  different: deciding({
    name: 'different',
    description: 'Say that two entities are not the same, however alike they look.',
    about: entities,
    work: (store, ids, own) => decideOn(model, store, 'DIFFERENT', ids, own),
  }),
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
function deciding({ name, description, about, mayLackReason = false, work }: CommandRules): CommandDef {
  const names = Object.keys(about);
  const positional = Object.fromEntries(
    Object.entries(about).map(([each, what]) => [each, { type: 'positional' as const, description: what }]),
  );
  const flags = { ...positional, ...curating };
  return defineCommand({
    meta: { name, description },
    args: flags,
    run: ({ args, rawArgs }) =>
      reporting(async () => {
        checkFlags(rawArgs, flags);
        const given = args as Readonly<Record<string, string | undefined>>;
        const { reason = '', by = userInfo().username } = given;
        if (reason === '' && !mayLackReason) throw withoutReason();
        const store = openStore(model, settingsFrom(args), { seeds: [] });
        try {
          await store.ready();
          const own = { curator: by, reason, at: new Date().toISOString() };
          const { decision, put, dropped } = await work(
            store,
            names.map((each) => given[each]!),
            own,
          );
          process.stdout.write(
            `${decision.id}: ${String(put)} nodes and edges written, ${String(dropped)} removed.\n`,
          );
        } finally {
          await store.close();
        }
      }),
  }) as CommandDef;
}

function withoutReason(): AnodeError {
  const allowed = 'a reason, in words';
  return new AnodeError('CONFIG_INVALID', `--reason is missing; expected is ${allowed}.`, {
    argument: '--reason',
    allowed,
  });
}

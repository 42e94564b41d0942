#!/usr/bin/env node
import { defineCommand, runMain } from 'citty';
import { explain } from './explain';
import { schema } from './schema';
import { seed } from './seed';
import { serve } from './serve';

const main = defineCommand({
  meta: { name: 'anode', description: 'A GraphQL server over a knowledge graph of the EV-battery industry.' },
  subCommands: { serve, seed, explain, schema },
});

void runMain(main);

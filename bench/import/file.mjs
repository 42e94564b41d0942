import { closeSync, openSync, writeSync } from 'node:fs';
import { recordsOf } from './records.mjs';

/** Writes a file of records with so many claims, and tells how many records it has. */
export function writeRecords(path, claims) {
  const file = openSync(path, 'w');
  let text = '';
  let count = 0;
  for (const record of recordsOf(claims)) {
    text += `${JSON.stringify(record)}\n`;
    count++;
    if (text.length < 1_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
  return count;
}

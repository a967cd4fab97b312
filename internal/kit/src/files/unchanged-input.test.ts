import { appendFileSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchInputs } from './unchanged-input';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unchanged-input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const file = (name: string, content: string): string => {
  writeFileSync(path(name), content);
  return path(name);
};

test.each([
  ['grows', (name: string) => appendFileSync(name, 'x')],
  ['is written again', (name: string) => utimesSync(name, 5, 5)],
  ['is replaced', (name: string) => renameSync(file('other', 'A dog.'), name)],
  ['is removed', (name: string) => rmSync(name)],
])('an input that %s is noticed', (_, change) => {
  const name = file('in.txt', 'A dog.');
  const watch = watchInputs(['-', path('nothing'), name]);
  watch.assertUnchanged();
  change(name);
  expect(() => watch.assertUnchanged()).toThrow(/in\.txt changed while it was read, so nothing is written;/);
});

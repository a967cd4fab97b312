import { appendFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { watchInputs } from './unchanged-input';

const { file, path } = useTemporaryFolder();

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

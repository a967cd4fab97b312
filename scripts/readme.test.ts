import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { packageNames } from './package-names.mjs';

const root = resolve(import.meta.dirname, '..');

it.each(packageNames as string[])('%s says that it is not on npm yet, and how it is installed', (name) => {
  const text = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8');
  // After the first release the sentence goes, from all of them.
  expect(text).toContain('npm install @slipform/');
  expect(text).toContain('Not on npm yet: [install from a clone](../../docs/installing-from-tarballs.md).');
});

it('tells the size of the blocks that the miner takes', async () => {
  const { blockSize } = await import('../packages/plant/src/sites/cut-into-blocks');
  const decision = readFileSync(join(root, 'docs/decisions/0014-the-command-brings-its-parsers.md'), 'utf8');
  expect(decision).toContain(`blocks of ${blockSize.toLocaleString('en')},`);
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createPlant } from '@slipform/plant';
import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { packageNames } from './package-names.mjs';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [program = ''] = [...readme.matchAll(/^```js\n([\s\S]*?)^```/gm)].map((block) => block[1]);

/** The program with a file of the repository in the place of one that it names. */
function withFile(text: string, name: string, path: string): string {
  expect(text).toContain(`'${name}'`);
  return text.replaceAll(`'${name}'`, JSON.stringify(join(root, path)));
}

it('shows a program that runs', () => {
  // The committed model takes the place of CLIP, which no test downloads.
  const withModel = withFile(program, 'hf:openai/clip-vit-base-patch32', 'lab/duo-model');
  const text = withFile(withModel, 'photo.jpg', 'packages/bench/docs/report.png');
  const stdout = execFileSync(process.execPath, ['--input-type=module', '--eval', text], {
    cwd: join(root, 'examples', 'clip'),
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^(dog|cat|bicycle) (0\.\d+|1)\n(true|false)\n$/);
});

it('promises what the miner makes: by default, and of two words that change places', () => {
  const shown = [...readme.replaceAll(/\s+/g, ' ').matchAll(/"([^"]+)" becomes "([^"]+)"/g)];
  const made = [{}, { operations: ['swap'] } as const].map((options, at) => {
    const [record] = createPlant({ seed: 0, ...options }).mineBlock([{ caption: shown[at]?.[1] ?? '' }]);
    return record?.negative;
  });
  expect(shown.map(([, , negative]) => negative)).toEqual(made);
});

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

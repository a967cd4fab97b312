import { execFileSync } from 'node:child_process';
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

it('shows words for which the model of the card finds the icon', async () => {
  const card = readFileSync(join(root, 'lab/model/README.md'), 'utf8');
  const words = /embedTexts\(\['(.*?)'\]\)/.exec(card)?.[1];
  const name = /readFile\('(.*?)\.png'\)/.exec(card)?.[1];
  const program = `
    import { loadEncoder, useBackend } from '@slipform/clip';
    import { drawIcons, openCorpus } from '@slipform/icons/files';
    await useBackend('wasm');
    const encoder = await loadEncoder('lab/model');
    const { icons } = await openCorpus({ sets: ['lucide'] });
    const some = icons.filter((icon, at) => at % 8 === 0 || icon.name === ${JSON.stringify(name)});
    const { pixels } = await drawIcons(some, { size: 32 });
    const images = await encoder.embedImages(some.map((_, at) => (
      { width: 32, height: 32, data: pixels.subarray(at * 3072, (at + 1) * 3072) })));
    const [text] = await encoder.embedTexts([${JSON.stringify(words)}]);
    const scores = images.map((image) => image.reduce((sum, x, i) => sum + x * text[i], 0));
    const best = some.map(({ name }, at) => [scores[at], name]).sort(([a], [b]) => b - a);
    console.log(best.slice(0, 3).map(([, name]) => name).join());`;
  const stdout = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout.trim().split(',')).toContain(name);
});

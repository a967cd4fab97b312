import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createPlant } from '@slipform/plant';
import { expect, it } from 'vitest';

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
  const withModel = withFile(program, 'hf:openai/clip-vit-base-patch32', 'lab/checkpoint');
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

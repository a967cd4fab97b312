import { readFileSync } from 'node:fs';
import * as plant from '@slipform/plant';
import { expect, test } from 'vitest';
import * as scenes from './index';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the first code of the README prints what it says, and draws both pictures', async () => {
  const block = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said = [...block.matchAll(/^console.*\/\/ (.*)$/gm)].map(([, text]) => text);
  expect(said).toHaveLength(2);
  const printed: string[] = [];
  const written: string[] = [];
  const code = block.replace(/^import (\{.*\}) from '(?:@slipform|node:fs)\/(\w+)';$/gm, 'const $1 = $2;');
  const Program = Object.getPrototypeOf(async () => {}).constructor;
  await new Program('scenes', 'plant', 'promises', 'console', code)(
    scenes,
    plant,
    { writeFile: async (name: string) => written.push(name) },
    { log: (value: unknown) => printed.push(String(value)) },
  );
  expect(printed).toEqual(said);
  expect(written).toEqual(['picture.png', 'hard-image.png']);
});

test('the README names every function and constant of the package', () => {
  for (const name of Object.keys(scenes)) expect(readme).toContain(`\`${name}`);
});

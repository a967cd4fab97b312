import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as scenes from './index';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the first code of the README prints what it says', () => {
  const block = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said = [...block.matchAll(/^console.*\/\/ (.*)$/gm)].map(([, text]) => text);
  expect(said).toHaveLength(3);
  const printed: string[] = [];
  const code = block.replace(/^import (\{.*\}) from '@slipform\/scenes';$/gm, 'const $1 = scenes;');
  new Function('scenes', 'console', code)(scenes, { log: (value: unknown) => printed.push(String(value)) });
  expect(printed).toEqual(said);
});

test('the README names every function and constant of the package', () => {
  for (const name of Object.keys(scenes)) expect(readme).toContain(`\`${name}`);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as bench from './index';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the first code of the README prints what it says', async () => {
  const block = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said = [...block.matchAll(/^\/\/ (\w+ [\d.]+)$/gm)].map(([, line]) => line);
  expect(said).toHaveLength(5);
  const printed: string[] = [];
  const imported = /^import (\{.*\}) from '@slipform\/bench';$/m;
  expect(block).toMatch(imported);
  // An async function's body may await, as a module may.
  const code = block.replace(imported, 'const $1 = bench;');
  const program = `return (async () => {${code}})();`;
  await new Function('bench', 'console', program)(bench, {
    log: (...values: unknown[]) => printed.push(values.join(' ')),
  });
  expect(printed).toEqual(said);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as bench from './index';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the first code of the README prints what it says', async () => {
  const block = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said = [...block.matchAll(/^\/\/ (\w+ [\d.]+)$/gm)].map(([, line]) => line);
  expect(said).toHaveLength(2);
  const printed: string[] = [];
  const imported = /^import (\{.*\}) from '@slipform\/(bench)';$/gm;
  expect(block.match(imported)).toHaveLength(1);
  // An async function's body may await, as a module may.
  const code = block.replace(imported, 'const $1 = packages.$2;');
  const program = `return (async () => {${code}})();`;
  await new Function('packages', 'console', program)(
    { bench },
    {
      log: (...values: unknown[]) => printed.push(values.join(' ')),
    },
  );
  expect(printed).toEqual(said);
});

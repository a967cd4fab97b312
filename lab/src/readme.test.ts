import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoText } from './views/demo-tables';

const results = new URL('../results/', import.meta.url);

test('results/demo.txt is what the demo prints of its rows, and the README shows a part of it', async () => {
  const printed = (await demoText([], results.pathname)).replaceAll(/ +$/gm, '').trim();
  expect(printed.length).toBeGreaterThan(2000);
  expect(readFileSync(new URL('demo.txt', results), 'utf8')).toBe(`${printed}\n`);
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, shown = ''] = /```\n( +swap[\s\S]*?)\n```/.exec(readme) ?? [];
  expect(shown.split('\n').length).toBeGreaterThan(10);
  expect(printed).toContain(shown);
});

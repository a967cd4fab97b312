import { readFileSync } from 'node:fs';
import { optionsMarkdown } from '@slipform/kit/options/options-markdown';
import { readmeTable } from '@slipform/kit/testing/readme-table';
import { expect, test } from 'vitest';
import * as plantPackage from './index';
import { PLANT_OPTIONS } from './options';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the first code of the README prints what it says', () => {
  const block = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said = [...block.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
  expect(said.length).toBeGreaterThan(0);
  const printed: string[] = [];
  const code = block.replace("import { createPlant } from '@slipform/plant';", '');
  const log = (...values: unknown[]) => printed.push(values.join(' '));
  new Function('createPlant', 'console', code)(plantPackage.createPlant, { log });
  expect(printed).toEqual(said);
});

test('the table of options says what createPlant reads', () => {
  expect(readmeTable(readme, 'Options')).toBe(optionsMarkdown(PLANT_OPTIONS).replace(/ +/g, ' '));
});

test('the example of createPlant gives what it says', () => {
  const source = readFileSync(new URL('./plant.ts', import.meta.url), 'utf8');
  const [, options = '', caption = '', negative] =
    /createPlant\((\{.*\})\);\n \* plant\.mine\('(.+)'\)\[0\]\.negative \/\/ '(.+)'/.exec(source) ?? [];
  expect(options).not.toBe('');
  const [record] = new Function('createPlant', `return createPlant(${options}).mine('${caption}')`)(
    plantPackage.createPlant,
  );
  expect(record.negative).toBe(negative);
});

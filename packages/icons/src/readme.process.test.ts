import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsMarkdown } from '@slipform/kit/options/options-markdown';
import { readmeTable } from '@slipform/kit/testing/readme-table';
import { expect, test } from 'vitest';
import { exportTable } from './export/export-options';
import * as files from './files/index';
import * as icons from './index';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the program of the README prints what it says', () => {
  const block = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const said = [...block.matchAll(/^console.*\/\/ (.*)$/gm)].map(([, text]) => text);
  expect(said).toHaveLength(5);
  const folder = mkdtempSync(join(tmpdir(), 'slipform-icons-readme-'));
  try {
    expect(block).toContain("folder: 'pairs'");
    const program = block.replace("folder: 'pairs'", `folder: ${JSON.stringify(join(folder, 'pairs'))}`);
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(printed.trimEnd().split('\n')).toEqual(said);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the README names every function and constant of the package', () => {
  for (const name of [...Object.keys(icons), ...Object.keys(files)]) expect(readme).toContain(`\`${name}`);
});

test('docs/exports.md has every option of exportIcons, with its rule and default', () => {
  const page = readFileSync(join(root, 'docs/exports.md'), 'utf8');
  expect(readmeTable(page, 'Options')).toBe(optionsMarkdown(exportTable).replace(/ +/g, ' '));
});

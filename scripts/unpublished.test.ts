import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { packageNames } from './package-names.mjs';
// @ts-expect-error a script without types
import { npmHas, unpublished } from './unpublished.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipform-unpublished-'));
  mkdirSync(join(root, '.changeset'));
  writeFileSync(join(root, '.changeset', 'README.md'), 'what a changeset is');
  for (const folder of packageNames) {
    mkdirSync(join(root, 'packages', folder), { recursive: true });
    const manifest = { name: `@slipform/${folder}`, version: '0.1.0' };
    writeFileSync(join(root, 'packages', folder, 'package.json'), JSON.stringify(manifest));
  }
});
afterEach(() => rmSync(root, { recursive: true }));

/** An npm that answers every question so. */
function npmThat(script: string): string {
  const file = join(root, 'npm');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

it('names what npm lacks, each package after those that it builds on', async () => {
  const asked: string[] = [];
  const has = async (spec: string) => {
    asked.push(spec);
    return spec === '@slipform/plant@0.1.0';
  };
  expect(await unpublished(root, has)).toEqual([
    'concreteness',
    'cement-loss',
    'tfjs-kernels',
    'clip',
    'scenes',
    'icons',
    'bench',
  ]);
  expect(asked).toHaveLength(packageNames.length);
});

it('names nothing while a changeset waits', async () => {
  writeFileSync(join(root, '.changeset', 'new.md'), '---\n---\n');
  expect(await unpublished(root, async () => false)).toEqual([]);
});

it('takes E404 alone for a no', async () => {
  expect(await npmHas('a@1.0.0', npmThat('echo \'"1.0.0"\''))).toBe(true);
  expect(await npmHas('a@1.0.0', npmThat('echo "npm error code E404" >&2; exit 1'))).toBe(false);
  await expect(npmHas('a@1.0.0', npmThat('echo "npm error code ENOTFOUND" >&2; exit 1'))).rejects.toThrow(
    'npm view a@1.0.0 gave no answer: npm error code ENOTFOUND',
  );
});

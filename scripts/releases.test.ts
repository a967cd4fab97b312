import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { readRelease, unpackRelease } from './release-files/read.mjs';

// The files that each release wrote are read by all later ones, with what was read then. scripts/release-files/make.mjs makes
// those of a release, one archive; after it has been published, it never changes.
const folder = join(import.meta.dirname, 'fixtures', 'releases');
const releases = readdirSync(folder);

/** Numbers within 1e-4 of what they were: a processor's last bits are not a format. */
function roughly(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : expect.closeTo(value, 4);
  if (Array.isArray(value)) return value.map(roughly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, roughly(inner)]));
}

it('has the files of the first release', () => {
  expect(releases).toContain('0.1.tar.gz');
});

it.each(releases)('reads what %s wrote', async (release) => {
  const files = unpackRelease(join(folder, release));
  try {
    const expected = JSON.parse(readFileSync(join(files, 'expected.json'), 'utf8'));
    const read = await readRelease(files);
    expect(Object.keys(read).length).toBeGreaterThan(14);
    expect(read).toEqual(roughly(expected));
  } finally {
    rmSync(files, { recursive: true });
  }
});

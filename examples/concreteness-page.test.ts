import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, 'concreteness');

it('colours a text as a page, with nothing of it lost or taken for markup', () => {
  const page = execFileSync(process.execPath, ['page.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(page).toMatch(
    /<mark style="background:hsl\(32 [^"]+" title="[45]\.\d\d \(fire hydrant\)">fire hydrant<\/mark>/,
  );
  expect(page).toMatch(/<mark style="background:hsl\(225 [^"]+" title="[12]\.\d\d \(hope\)">Hope<\/mark>/);
  expect(page).toMatch(/&#60;(?:<mark[^>]*>)?em/);
  expect(page).not.toContain('<em>');
  expect(page).toContain('&#38;');
  expect(page.match(/<p>/g)).toHaveLength(6);
  expect(page).toMatch(/^<p>\d+ rated words, mean \d\.\d\d\.<\/p>$/m);
});

it('takes any file and says no more than it has', () => {
  const { stdout, status } = spawnSync(process.execPath, ['page.mjs', '/dev/null'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('0 rated words, mean none');
});

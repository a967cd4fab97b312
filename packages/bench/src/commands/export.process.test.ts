import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readParquet } from '../files/read-files';

const bench = resolve(import.meta.dirname, '../../bin/slipform-bench.js');
const questions = resolve(import.meta.dirname, '../../data/duo.json');
const folder = temporaryFolder();
const at = (name: string) => join(folder, name);

const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const icons = resolve(import.meta.dirname, '..');
    execFile(process.execPath, [bench, 'export', ...args, '--icons', icons], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

it('writes duo with pictures of two icons, in the words of its file, and a card', async () => {
  const all = JSON.parse(await readFile(questions, 'utf8'));
  const few = all.questions.healthicons;
  await writeFile(at('few.json'), JSON.stringify({ ...all, questions: { healthicons: few } }));
  const { code, stdout } = await run(`duo=${at('few.json')}`, at('duo'), '--size', '32');
  expect([code, stdout]).toEqual([0, `${at('duo')}: ${few.length} pairs, 32 × 32 pixels\n`]);
  const rows = await readParquet(at('duo/data/test-00000-of-00001.parquet'));
  expect(
    rows.map(({ kind, layout, caption_0, caption_1, concreteness }) => [
      kind,
      layout,
      [caption_0, caption_1],
      concreteness,
    ]),
  ).toEqual(
    few.map(([kind, layout, , captions, rating]: readonly unknown[]) => [kind, layout, captions, rating]),
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(few.length);
  for (const row of rows) {
    const [one, other] = await Promise.all(
      [row.image_0, row.image_1].map((picture) =>
        sharp(picture as Uint8Array)
          .raw()
          .toBuffer({ resolveWithObject: true }),
      ),
    );
    expect([one!.info.width, one!.info.height, other!.info.width]).toEqual([32, 32, 32]);
    // Black on white, each half with something, and not the same twice.
    for (const { data } of [one!, other!]) expect(Math.min(...data)).toBeLessThan(100);
    expect(one!.data).not.toEqual(other!.data);
  }
  const card = await readFile(at('duo/README.md'), 'utf8');
  expect(card).toMatch(/^---\npretty_name: Duo\n/);
  expect(card).toContain(
    `| healthicons | Resolve to Save Lives | MIT | @iconify-json/healthicons@1.2.13 | ${few.length} |`,
  );
  expect(card).toContain('`pairing`, of which chance is 1/2');
});

it('takes no other benchmark, and no size of which an icon has no half', async () => {
  expect(await run('aro=x', at('aro'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'The benchmark must be icon-pairs or duo, or one of these with =FILE, got aro=x.',
    ),
  });
  expect(await run('duo', at('odd'), '--size', '90')).toMatchObject({
    code: 2,
    stderr: 'slipform-bench: export: --size must be a multiple of 4 for duo, got 90.\n',
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLexicon } from '@slipform/concreteness';
import { acquireLock } from '@slipform/kit/files/lock';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { relation } from '@slipform/plant/relations';
import { beforeAll, expect, test } from 'vitest';
import { auditRecords } from '../audit/audit-records';
import { textReport } from '../audit/text-report';
import { auditFile } from '../testing/audit-file';
import { runCommand, startCommand } from '../testing/run-command';

const { file, path } = useFolder();
const folder = () => dirname(path('x'));
const run = (...args: string[]) => runCommand(folder(), 'audit', ...args);
const row = (id: string) =>
  `${JSON.stringify({ id, caption: `A red dog ${id}.`, negative: `A red cat ${id}.`, slot: 'object' })}\n`;

beforeAll(() => {
  file('one.jsonl', row('1'));
  file('two.jsonl', row('1') + row('2'));
});

test('several files side by side, as text, as a list of reports and as a page', async () => {
  const { code, stdout, stderr } = await startCommand(
    folder(),
    'audit',
    'one.jsonl',
    'two.jsonl',
    '--html',
    'both.html',
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^ +one +two\npairs +1 +2\n/);
  expect(readFileSync(path('both.html'), 'utf8')).toContain('<th scope="col">two</th>');
  const json = await run('one.jsonl', 'two.jsonl', '--json');
  expect(JSON.parse(json.stdout).map(({ pairs }: { pairs: number }) => pairs)).toEqual([1, 2]);
});

test('a page that another process writes is left to it', async () => {
  const lock = await acquireLock(path('page.html.lock'), { what: 'the page' });
  try {
    const { code, stderr } = await run('one.jsonl', '--html', 'page.html');
    expect(code).toBe(1);
    expect(stderr).toMatch(/another process \(\d+, since .*\) writes .*; wait until it ends/);
  } finally {
    lock.release();
  }
});

test.skipIf(process.platform === 'win32')('standard output is guarded as any file is', () => {
  writeFileSync(path('guarded.jsonl'), row('1'));
  const bin = join(import.meta.dirname, '../../bin/slipform-bench.js');
  const line = `"${process.execPath}" "${bin}" audit guarded.jsonl >> guarded.jsonl`;
  const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: folder(), encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('standard output would overwrite guarded.jsonl, which is the input');
  expect(readFileSync(path('guarded.jsonl'), 'utf8')).toBe(row('1'));
});

test('captions are counted in every form that they may have, with the images that they belong to', async () => {
  const captions = ['A red dog 1.', 'A red dog 2.', 'A hen.'];
  const objects = captions.map((caption, i) => ({ id: i + 1, image_id: `image ${i % 2}`, caption }));
  const forms = {
    'c.txt': captions.join('\n'),
    'c.jsonl': objects.map((each) => JSON.stringify(each)).join('\n'),
    'c.csv': `id,image_id,caption\n${objects.map((each) => Object.values(each).join(',')).join('\n')}\n`,
    'c.tsv': `id\timage_id\tcaption\n${objects.map((each) => Object.values(each).join('\t')).join('\n')}\n`,
    'coco.json': JSON.stringify({ images: [{ id: 1, file_name: '1.jpg' }], annotations: objects }),
    'karpathy.json': JSON.stringify({
      images: objects.map(({ id, caption }) => ({ imgid: id, sentences: [{ raw: caption, sentid: id }] })),
    }),
  };
  for (const [name, text] of Object.entries(forms)) {
    const { coverage } = await auditFile(path('two.jsonl'), { captions: file(name, text) });
    expect({ name, coverage }).toEqual({
      name,
      coverage: { captionsWithNegative: 2, captions: 3, share: 2 / 3 },
    });
  }
});

test('records are audited as the command does their file; without tables, figures are left out', async () => {
  const records = Array.from({ length: 30 }, (_, i) => JSON.parse(row(String(i))));
  const name = file('records.jsonl', records.map((record) => JSON.stringify(record)).join('\n'));
  const audit = auditRecords({ lexicon: createLexicon(), relation, name });
  expect(await audit.report()).toBeUndefined();
  for (const record of records) audit.add(record);
  expect(textReport((await audit.report())!)).toBe(textReport(await auditFile(name)));
  const span = { keyword: { text: 'dog', lemma: 'dog', start: 6, end: 9 }, concreteness: 4.9 };
  const one = { ...records[0], ...span, replacement: { text: 'cat', lemma: 'cat', start: 6, end: 9 } };
  const reports = [{}, { lexicon: createLexicon(), relation }].map((tables) => {
    const own = auditRecords(tables);
    own.add(one);
    return own.report();
  });
  const [bare, full] = await Promise.all(reports);
  expect([bare!.regret, bare!.checks.relatedOf]).toEqual([undefined, 0]);
  expect([full!.regret?.count, full!.checks.relatedOf]).toEqual([1, 1]);
  expect(() => auditRecords().add({ caption: 'A dog.' } as never)).toThrow(
    'must have a caption and a negative',
  );
  expect(() => auditRecords({ judged: 1 })).toThrow(
    'auditRecords: judged must be an integer from 10 to 1000000',
  );
});

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLexicon } from '@slipform/concreteness';
import { acquireLock } from '@slipform/kit/files/lock';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { relation } from '@slipform/plant/relations';
import { beforeAll, describe, expect, test } from 'vitest';
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
  file('in.txt', 'A red dog 1.\n');
});

describe('several files', () => {
  test('side by side, as text, as a list of reports and as a page', async () => {
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
    const kept = await run('one.jsonl', '--html', 'both.html');
    expect([kept.code, kept.stdout]).toEqual([1, '']);
    expect(kept.stderr).toContain('both.html exists; give another --html, or --force to overwrite it.');
  });

  test.each([
    ['one.jsonl two.jsonl --learn one.jsonl', '--learn belongs to one file, and there are 2;'],
    ['one.jsonl two.jsonl --together --captions in.txt', '--captions belongs to one file; with --together'],
    ['one.jsonl --id-field key', '--image-field need --captions;'],
    ['in.txt', 'cannot tell the format of in.txt by its name; pass --format jsonl|parquet|tsv|json.'],
    ['- -', 'standard input can be read once only; name - once.'],
    ['one.jsonl --judged 9', 'It must be an integer from 10 to 1000000.'],
  ])('%s is wrong usage', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args.split(' '));
    expect(stderr).toContain(sentence);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('an empty name is wrong usage, before anything is read', async () => {
    for (const args of [['one.jsonl', '--html', ''], ['']]) expect((await run(...args)).code).toBe(2);
  });
});

test.each([
  ['one.jsonl --html in.txt --captions in.txt --force', 'which is the file of --captions'],
  ['one.jsonl --html one.jsonl --force', 'which is the input'],
  [
    'one.jsonl --captions in.txt --image-field photo',
    'in.txt is read as text, a caption a line, which has no fields; leave out --image-field, or name its format.',
  ],
  ['one.jsonl --captions one.jsonl.zip', '--captions must be text, JSON lines,'],
  ['none.jsonl', 'none.jsonl'],
])('%s is refused, and no file is changed', async (args, sentence) => {
  const before = readdirSync(folder()).map((name) => [name, readFileSync(path(name), 'utf8')]);
  const { code, stdout, stderr } = await run(...args.split(' '));
  expect(stderr).toContain(sentence);
  expect([stdout, stderr.trim().split('\n').length]).toEqual(['', 1]);
  expect(code).toBeGreaterThan(0);
  expect(readdirSync(folder()).map((name) => [name, readFileSync(path(name), 'utf8')])).toEqual(before);
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

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createLexicon, parseNorms } from '@slipform/concreteness';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { shortNames } from '../audit/compare-files';
import { htmlReport, htmlTable } from '../audit/html-report';
import { textReport } from '../audit/text-report';
import { textTable } from '../commands/audit';
import { auditFile } from '../testing/audit-file';

const { file, path } = useFolder();

const row = (id: number, concreteness: number, more: object = {}) => ({
  id: String(id),
  caption: 'A dog sits on a nice couch.',
  negative: `A cat sits on a nice couch, ${id}.`,
  slot: 'object',
  operation: 'replace',
  concreteness,
  scores: { surprise: 0.4, leak: -0.5 },
  ...more,
});
const lines = (...rows: readonly unknown[]) => rows.map((each) => JSON.stringify(each)).join('\n');

const plant = createRequire(import.meta.url).resolve('@slipform/plant/package.json');
/** Mines by the command, and gives its summary. */
const mine = (...args: string[]) => {
  const command = join(plant, '../bin/slipform-plant.js');
  return JSON.parse(
    execFileSync(process.execPath, [command, 'mine', ...args, '--json', '--quiet'], { encoding: 'utf8' }),
  );
};

test('regret is how far the changed word lies below the most concrete one of its caption', async () => {
  const norms = parseNorms('Word,Conc.M\ndog,4.85\ncouch,4.9\nnice,2.1\nsits,4\n');
  const records = file('regret.jsonl', lines(row(1, 4.9), row(2, 4.85), row(3, 4.6), row(4, 4), row(5, 2.1)));
  const report = await auditFile(records, { lexicon: createLexicon({ norms }) });
  expect(report.regret).toMatchObject({ count: 5, near: 3 / 5 });
  expect(report.regret?.mean).toBeCloseTo((0 + 0.05 + 0.3 + 0.9 + 2.8) / 5, 12);
  expect(report.regret?.edges.slice(0, 4)).toEqual([0, 0.3, 0.6, 0.9]);
  expect(report.regret?.bins.slice(0, 4)).toEqual([3, 0, 1, 0]);
  expect(report.concreteness?.bands).toEqual({ '1–3': 1, '3–4': 0, '4–4.5': 1, '4.5–5': 3 });
  expect(report.scores).toMatchObject({
    leak: -0.5,
    surprise: { mean: 0.4, count: 5 },
  });
  expect(textReport(report)).toMatch(
    /regret +0 │.+│ 4 {2}60 % within 0\.3 of the most concrete word of its caption, mean 0\.81 below it/,
  );
  expect(htmlReport(report)).toContain('60 % are within 0.3');
});

test('captions without a negative count, with their reasons, in each format that holds them', async () => {
  const texts = [
    'A dog sits on a couch.',
    'A cat sits on a couch.',
    'IMG_2041.jpg',
    'A red car is parked on a street.',
  ];
  const from = file('all.txt', texts.join('\n'));
  for (const name of ['all.jsonl', 'all.parquet', 'all.tsv']) {
    const stats = mine(from, '-o', path(name), '--keep-all');
    expect(stats.captionsWithNegative).toBeGreaterThan(0);
    const { coverage, reasons, brokenLines } = await auditFile(path(name));
    expect({ coverage, brokenLines }).toEqual({
      coverage: {
        captions: 4,
        captionsWithNegative: stats.captionsWithNegative,
        share: stats.captionsWithNegative / 4,
      },
      brokenLines: 0,
    });
    expect(reasons).toEqual(
      Object.fromEntries(Object.entries<number>(stats.reasons).filter(([, times]) => times > 0)),
    );
    expect(reasons).toMatchObject({ 'not-a-description': 1 });
  }
  const summary = file(
    's.json',
    JSON.stringify({ captions: 20, refusals: {}, reasons: { name: 3, 'no-site': 7, refused: 0 } }),
  );
  const records = file('some.jsonl', lines(row(1, 4.9)));
  const report = await auditFile(records, { summary });
  expect(report.reasons).toEqual({ 'no-site': 7, name: 3 });
  expect(textReport(report)).toContain('without         10: no-site 7, name 3');
});

test('words that stand where code points say are in their place', async () => {
  const caption = '🐶 A dog 🐈 barks.';
  const negative = '🐶 A cat 🐈 barks.';
  const span = (text: string, start: number) => ({ text, lemma: text, start, end: start + 3 });
  const pair = (at: number) =>
    row(at, 4.9, { caption, negative, keyword: span('dog', at), replacement: span('cat', at) });
  const report = await auditFile(file('points.jsonl', lines(pair(4), pair(5), pair(6))));
  expect(report.checks).toMatchObject({ withSpans: 3, wrongOffsets: 1, otherChanges: 0 });
  expect(htmlReport(report)).toContain('🐶 A <del>dog</del> 🐈 barks.');
});

test('several files stand side by side, as text and as a page', async () => {
  const one = await auditFile(
    file('birds.jsonl', lines(row(1, 4.9), row(2, 2), { id: '3', caption: '.', reason: 'no-site' })),
  );
  const two = await auditFile(
    file('<b>.jsonl', lines(...Array.from({ length: 12 }, (_, i) => row(i, 4.9, { slot: 'count' })))),
  );
  const table = textTable([one, two]);
  expect(table.split('\n')[0]).toMatch(/^ +birds +<b>$/);
  expect(table).toMatch(/^pairs +2 +12$/m);
  expect(table).toMatch(/^with a negative +66\.7 %$/m);
  expect(table).toMatch(/^ {2}no-site +33\.3 %$/m);
  expect(table).toMatch(/^ {2}object +100 % +0 %$/m);
  expect(table).not.toMatch(/wrong offsets/);
  const page = htmlTable([one, two]);
  expect(page).toContain('<th scope="col">&lt;b&gt;</th>');
  expect(parseHTML(page).document.querySelectorAll('script, img, b')).toHaveLength(0);
  expect(page).not.toMatch(/https?:|url\(/);
  for (const tag of ['svg', 'section', 'table', 'tr', 'td', 'th', 'text', 'title'])
    expect(page.split(new RegExp(`<${tag}[ >]`)).length).toBe(page.split(`</${tag}>`).length);
});

test('a column leaves out what its file does not hold, and a score of few pairs has its interval', async () => {
  const header = 'filepath\ttitle\tneg_caption\tneg_image';
  const rows = Array.from({ length: 20 }, (_, i) => `${i}.jpg\tA dog ${i}.\t['A cat ${i}.']\t[0]`);
  const plain = await auditFile(file('plain.tsv', `${[header, ...rows].join('\n')}\n`));
  const scored = rows.map((line) => `${line}\t[4.5]\t[0.25]\t[-0.1]`);
  const own = await auditFile(
    file('own.tsv', `${[`${header}\tconcreteness\tsurprise\tleak`, ...scored].join('\n')}\n`),
  );
  expect(own).toMatchObject({
    concreteness: { mean: 4.5 },
    scores: { surprise: { mean: 0.25, count: 20 } },
  });
  expect(own.scores?.leak).toBeCloseTo(-0.1, 12);
  expect(plain.scores).toBeUndefined();
  const records = await auditFile(file('three.jsonl', lines(row(1, 4.9), row(2, 4.85), row(3, 4.6))));
  const table = textTable([plain, own, records]).split('\n');
  const cells = (name: string) => table.find((line) => line.trim().startsWith(name))?.match(/\S.*/)?.[0];
  expect(cells('object')).toMatch(/^object {10,}100 %$/);
  expect(cells('replace')).toMatch(/^replace {10,}100 %$/);
  expect(cells('blind judge')).toMatch(
    /^blind judge +[\d.]+ \([\d.]+–[\d.]+\) +[\d.]+ \([\d.]+–[\d.]+\) +too few$/,
  );
});

test('files are called by what tells them apart', () => {
  expect(shortNames(['/a/b/x.jsonl', '/a/b/y.jsonl.gz'])).toEqual(['x', 'y']);
  expect(shortNames(['/a/x.jsonl', '/a/x.parquet'])).toEqual(['x.jsonl', 'x.parquet']);
  expect(shortNames(['/a/one/n.jsonl', '/a/two/n.jsonl'])).toEqual(['one/n', 'two/n']);
  expect(shortNames(['-', 'n.jsonl'])).toEqual(['-', 'n']);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { domainFile, domainNames, parseDomain, readDomain, sharedFolder } from './domains';
import { readingsTable } from './readings-table';
import {
  editKey,
  halfOf,
  parseVerdicts,
  printVerdicts,
  readVerdictFiles,
  readVerdicts,
  withCaptions,
} from './verdicts';

const verdicts = readVerdicts();
const judged = join(sharedFolder, 'data/judged');
const missing = !existsSync(judged) || domainNames.some((name) => !existsSync(domainFile(name)));
if (missing)
  console.log(`verdicts.test.ts: no sets in ${sharedFolder}/data (set SLIPFORM_SHARED); joins are skipped`);

test('the verdicts of every set, in halves of about the same size', () => {
  expect(verdicts.length).toBeGreaterThanOrEqual(637);
  expect(new Set(verdicts.map(({ set }) => set))).toEqual(new Set([...domainNames, ...extraSets()]));
  for (const kind of ['ok', 'hard'] as const) {
    const some = verdicts.filter(({ verdict }) => verdict === kind);
    const share = some.filter(({ half }) => half === 'held-out').length / some.length;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
  }
});

/** Sets of the fixture whose captions nobody keeps. */
function extraSets(): string[] {
  return [...new Set(verdicts.map(({ set }) => set))].filter((set) => !domainNames.includes(set));
}

test('a caption is in one half, whatever is judged', () => {
  for (const { set, id, half } of verdicts) expect(half).toBe(halfOf(set, id));
  expect(halfOf('coco', '1')).toBe(halfOf('coco', '1'));
});

test('what is printed is read again', () => {
  expect(parseVerdicts(printVerdicts(verdicts), 'again')).toEqual(verdicts);
});

test.each([
  ['another header', 'set\tid\n', 'x.tsv: the header must be set, id'],
  [
    'another verdict',
    printVerdicts(verdicts.slice(0, 1)).replace(/\t(ok|mild|hard)\t/, '\tgood\t'),
    'x.tsv, line 2',
  ],
  [
    'another half',
    printVerdicts(verdicts.slice(0, 1)).replace(/\t(development|held-out)\n/, '\tother\n'),
    'x.tsv, line 2',
  ],
])('%s is an error with its line', (_, text, message) => {
  expect(() => parseVerdicts(text, 'x.tsv')).toThrow(message);
});

test('captions by line, by field and by column', () => {
  expect(parseDomain('image_id\tcaption\n9\tA dog.\n', 'a.tsv')).toEqual([
    { id: '2', imageId: '9', caption: 'A dog.' },
  ]);
  expect(parseDomain('{"id":"x1","image_id":7,"caption":"A cat."}\n', 'a.jsonl')).toEqual([
    { id: 'x1', imageId: '7', caption: 'A cat.' },
  ]);
  expect(parseDomain('a\nb\n', 'a.txt')).toEqual([
    { id: '1', caption: 'a' },
    { id: '2', caption: 'b' },
  ]);
});

test.each(['newsmuseum', 'mixed'])('the verdicts about %s, whose captions are here', (name) => {
  const own = verdicts.filter(({ set }) => set === name);
  expect(own.length).toBeGreaterThanOrEqual(100);
  const joined = withCaptions(verdicts, name, readDomain(name)!.captions);
  expect(joined).toHaveLength(own.length);
  for (const { caption, keyword } of joined) expect(caption).toContain(keyword);
});

test.skipIf(missing)('every verdict about a set finds its caption, and the changed words stand in it', () => {
  for (const name of domainNames) {
    const own = verdicts.filter(({ set }) => set === name);
    const joined = withCaptions(verdicts, name, readDomain(name)!.captions);
    expect(own.length).toBeGreaterThan(0);
    expect(joined).toHaveLength(own.length);
    for (const { caption, keyword } of joined) expect(caption.toLowerCase()).toContain(keyword.toLowerCase());
  }
});

test.skipIf(missing)('the first verdicts are those of the judged files', () => {
  const keys = new Map(
    verdicts
      .filter(({ reader }) => reader === 'A')
      .map(({ set, id, keyword, replacement, verdict }) => [
        `${set}\t${editKey(id, keyword, replacement)}`,
        verdict,
      ]),
  );
  const rows = ['negatives-coco.tsv', 'negatives-domains.tsv'].flatMap((name) =>
    readFileSync(join(judged, name), 'utf8').trimEnd().split('\n').slice(1),
  );
  expect(rows).toHaveLength(keys.size);
  for (const row of rows) {
    const [set = '', id = '', verdict = '', , , keyword = '', replacement = ''] = row.split('\t');
    expect(keys.get(`${set}\t${editKey(id, keyword, replacement)}`)).toBe(verdict);
  }
});

test("the data card's table of readings is what the verdicts say", () => {
  const card = readFileSync(new URL('../docs/data-card.md', import.meta.url), 'utf8');
  expect(card).toContain(readingsTable(readVerdictFiles()));
});

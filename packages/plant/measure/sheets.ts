/** Sheets for a reader: negatives drawn by seed, shuffled over sets and arms, and a key that says which is which. */
import { wilson } from '../src/run/calibrate';
import { createRandom } from '../src/seeded-random';
import type { MinedNegative } from './build';
import type { DomainCaption } from './domains';
import { halfOf, type Judgement, judgements, type Verdict } from './verdicts';

export interface Drawn {
  readonly set: string;
  readonly arm: string;
  readonly record: MinedNegative;
  readonly siblings: readonly string[];
}

export interface KeyRow {
  readonly n: number;
  readonly arm: string;
  readonly set: string;
  readonly id: string;
  readonly operation: string;
  readonly slot: string;
  readonly keyword: string;
  readonly replacement: string;
  /** Of a build with scores. */
  readonly surprise?: number;
}

const sheetColumns = ['n', 'set', 'caption', 'negative', 'siblings', 'verdict', 'note'];
const keyColumns = ['n', 'arm', 'set', 'id', 'operation', 'slot', 'keyword', 'replacement', 'surprise'];

/** Draws so many negatives of a set, each caption once at most. */
export function draw(
  set: string,
  arm: string,
  records: readonly MinedNegative[],
  captions: readonly DomainCaption[],
  each: number,
  seed: number,
): Drawn[] {
  const images = new Map<string, string[]>();
  const byId = new Map(captions.map((caption) => [caption.id, caption]));
  for (const { imageId, caption } of captions) {
    if (imageId !== undefined) images.set(imageId, [...(images.get(imageId) ?? []), caption]);
  }
  return shuffled(records, seed, `${set} ${arm}`)
    .slice(0, each)
    .map((record) => {
      const same = images.get(byId.get(record.id)?.imageId ?? '') ?? [];
      return { set, arm, record, siblings: same.filter((other) => other !== record.caption).slice(0, 5) };
    });
}

/** The sheet and its key, as TSV; rows of all sets and arms are shuffled together. */
export function writeSheet(drawn: readonly Drawn[], seed: number): { sheet: string; key: string } {
  const rows = shuffled(drawn, seed, 'sheet');
  const cell = (text: string | number) => String(text).replace(/\s+/g, ' ');
  const sheet = rows.map(({ set, record, siblings }, i) =>
    [i + 1, set, record.caption, record.negative, siblings.join(' / '), '', ''].map(cell).join('\t'),
  );
  const key = rows.map(({ set, arm, record }, i) => {
    const { id, operation, slot, keyword, replacement, scores } = record;
    const cells = [
      i + 1,
      arm,
      set,
      id,
      operation,
      slot,
      keyword.text,
      replacement.text,
      scores?.surprise ?? '',
    ];
    return cells.map(cell).join('\t');
  });
  return {
    sheet: `${[sheetColumns.join('\t'), ...sheet].join('\n')}\n`,
    key: `${[keyColumns.join('\t'), ...key].join('\n')}\n`,
  };
}

/** What a reader wrote in the sheet, with its key; rows without a verdict are left out. */
export function readSheet(
  sheet: string,
  key: string,
): readonly (KeyRow & { readonly verdict: Judgement; readonly note: string })[] {
  const keys = rowsOf(key).map((cells): KeyRow => {
    const [n, arm = '', set = '', id = '', operation = '', slot = '', keyword = '', replacement = ''] = cells;
    const surprise = cells[8] ? { surprise: Number(cells[8]) } : {};
    return { n: Number(n), arm, set, id, operation, slot, keyword, replacement, ...surprise };
  });
  const byNumber = new Map(keys.map((row) => [row.n, row]));
  return rowsOf(sheet).flatMap(([n, , , , , written = '', note = '']) => {
    if (written.trim() === '') return [];
    const verdict = judgements.find((judgement) => judgement === written.trim());
    const row = byNumber.get(Number(n));
    if (verdict === undefined || row === undefined) {
      throw new Error(
        `Row ${n} of the sheet: one of ${judgements.join(', ')} and a row of the key, got ${written}.`,
      );
    }
    return [{ ...row, verdict, note }];
  });
}

function rowsOf(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

export function verdictsOf(
  rows: readonly (KeyRow & { readonly verdict: Judgement })[],
  reader: string,
): Verdict[] {
  return rows.map(({ set, id, operation, slot, keyword, replacement, verdict }) => ({
    set,
    id,
    operation,
    slot,
    keyword,
    replacement,
    verdict,
    reader,
    half: halfOf(set, id),
  }));
}

/**
 * How often a hard negative has the larger surprise of a hard one and one that is not (the area under the curve); a draw
 * counts half, and 0.5 is chance.
 */
export function surpriseTells(
  rows: readonly { readonly verdict: Judgement; readonly surprise?: number }[],
): number | undefined {
  const of = (isHard: boolean) =>
    rows.filter(({ verdict }) => (verdict === 'hard') === isHard).flatMap(({ surprise }) => surprise ?? []);
  const [hard, others] = [of(true), of(false)];
  if (hard.length === 0 || others.length === 0) return undefined;
  let won = 0;
  for (const a of hard) for (const b of others) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (hard.length * others.length);
}

/** A table of verdicts: strict is ok alone, lenient what is not hard. */
export function verdictTable(
  rows: readonly { readonly verdict: Judgement }[],
  groups: readonly (readonly [name: string, rows: readonly { readonly verdict: Judgement }[]])[],
): string {
  const line = (name: string, some: readonly { readonly verdict: Judgement }[]) => {
    const count = (judgement: Judgement) => some.filter(({ verdict }) => verdict === judgement).length;
    const [ok, mild, hard] = judgements.map(count) as [number, number, number];
    const share = (part: number) => {
      const [low, high] = wilson(part, some.length);
      return `${((100 * part) / some.length).toFixed(0)} (${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)})`;
    };
    return `| ${name} | ${some.length} | ${ok} | ${mild} | ${hard} | ${share(ok)} | ${share(ok + mild)} |`;
  };
  return [
    '| | read | ok | mild | hard | strict, % | lenient, % |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...groups.map(([name, some]) => line(name, some)),
    line('all', rows),
  ].join('\n');
}

export function groupsBy<T>(rows: readonly T[], nameOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function shuffled<T>(items: readonly T[], seed: number, purpose: string): T[] {
  const random = createRandom(seed, purpose);
  const list = [...items];
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

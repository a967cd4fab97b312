import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { iconFigures } from './icon-figures';
import { iconVerdicts } from './icon-verdicts';

const SEEDS = [0, 1, 2];
let folder: string;

/** Rows of a run with its last one. */
function rowsOf(
  experiment: string,
  variant: string,
  seed: number,
  values: readonly (readonly [metric: string, kind: string | undefined, value: number])[],
) {
  const about = { experiment, variant, seed };
  return [
    ...values.map(([metric, kind, value]) => ({ ...about, metric, ...(kind ? { kind } : {}), value })),
    { ...about, metric: 'done', value: 1, settings: null, version: null, commit: null },
  ];
}

function write(name: string, rows: readonly object[]): void {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-figures-'));
  const scores = (gain: number, seed: number) =>
    [
      ['group', 'all', 0.4 + gain + seed / 100],
      ['recall@10 images', undefined, 0.3 - gain],
      ['recall@10 texts', undefined, 0.3 - gain],
    ] as const;
  const arms = {
    'icons-policy': ['none', 'abstract 3', 'concrete 3'],
    'icons-partners': ['unpaired', 'pairs 3', 'edited 3'],
  };
  for (const [name, variants] of Object.entries(arms)) {
    const runs = SEEDS.flatMap((seed) => variants.map((variant, at) => ({ variant, seed, at })));
    write(
      `${name}.jsonl`,
      runs.flatMap(({ variant, seed, at }) =>
        rowsOf(name, variant, seed, scores(at * 0.01 * (1 + seed / 10), seed)),
      ),
    );
    write(
      `${name}.answers.jsonl.gz`,
      runs.map(({ variant, seed, at }) => ({ variant, seed, answers: at === 2 ? '3333' : '3131' })),
    );
  }
  const shares = [16, 256].flatMap((size) =>
    ['abstract', 'concrete'].map((word) => ['hard share', `${word}, ${size}`, 4 / size] as const),
  );
  write(
    'icons-premise.jsonl',
    SEEDS.flatMap((seed) => rowsOf('icons-premise', 'checkpoint', seed, shares)),
  );
  const words = ['off', 'cloud', 'user', 'error'];
  const exchanges = Array.from({ length: 40 }, (_, at) => ({
    ...{ words: [words[at % 4]!], group: 'g', length: 2, frequency: 5 },
    ...{ change: (at % 4) / 10, caption: 'a', edited: 'b' },
  }));
  write('icons-exchanges.json.gz', [{ drawn: exchanges, edited: exchanges }]);
  const similar = exchanges.map((_, at) => 500 - 100 * (at % 4));
  const answers = JSON.stringify({ edited: similar, own: similar, texts: similar, partners: [] });
  write(
    'icons-premise.answers.jsonl.gz',
    SEEDS.map((seed) => ({ variant: 'checkpoint', seed, answers })),
  );
  write(
    'icons-questions.jsonl.gz',
    words.map((word, at) => ({ id: word, words: [word, 'x'], concreteness: 3, family: `f${at}` })),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the figures show what the rows hold, and every arm by its name', async () => {
  const figures = await iconFigures(folder);
  expect(Object.keys(figures).sort()).toEqual(['batch-share', 'premise', 'trade-off']);
  for (const arm of ['abstract 3', 'concrete 3', 'pairs 3', 'edited 3'])
    expect(figures['trade-off']).toContain(`>${arm}<`);
  expect(figures['trade-off']).not.toContain('>none<');
  expect(figures['batch-share']).toContain('abstract word changed');
  for (const caption of ['edited', 'own'])
    expect(figures.premise).toContain(`similarity of icon and ${caption} caption`);
  expect(figures.premise).toContain('1 − correlation');
  expect(figures['trade-off']).toContain('seeds, words and artists');
  for (const svg of Object.values(figures)) expect(svg).not.toContain('NaN');
});

test('verdicts are of the contrasts that can be asked, corrected as one family', async () => {
  const text = await iconVerdicts(folder);
  expect(text).toMatch(/^P1: concrete 3 − abstract 3 \+50\.00 points/);
  expect(text).toContain('P3: slope of s(I, T′)');
  expect(text).toMatch(/P5: pairs 3 − edited 3 −50\.00 points/);
  expect(text).not.toContain('P2');
  expect(text).not.toContain('P4');
  expect(await iconVerdicts(join(folder, 'nowhere'))).toBe('');
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRandom } from '@slipform/kit/random/random';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { iconOf, smallWorld } from '../icons/testing/small-world';
import type { MeasuredRun } from '../row';
import { drawnExchanges, editedExchanges } from '../studies/premise';
import { ratings, wordTable } from '../studies/word-table';
import { premiseSummary, similaritySlope } from './premise-summary';
import { readPremise } from './read-premise';

const experiment = 'icons-premise';
const ratingOf = ratings();
const WORDS = [
  ...['off', 'up', 'more', 'error', 'with', 'plus', 'history', 'sad', 'sync', 'merge', 'pause', 'sort'],
  ...['right', 'person', 'add', 'edit', 'share', 'check', 'user', 'open', 'left', 'link', 'slash', 'down'],
  ...[
    'arrow',
    'circle',
    'star',
    'hand',
    'cloud',
    'box',
    'lock',
    'phone',
    'map',
    'battery',
    'camera',
    'clock',
  ],
].filter((word) => ratingOf(word) !== undefined);

let folder: string;
const runs: MeasuredRun[] = [0, 1].map((seed) => ({
  variant: 'checkpoint',
  seed,
  rows: [16, 256].flatMap((size) =>
    ['abstract', 'concrete'].flatMap((word) => [
      {
        experiment,
        variant: 'checkpoint',
        seed,
        metric: 'hard share',
        kind: `${word}, ${size}`,
        value: 4 / size,
      },
      { experiment, variant: 'checkpoint', seed, metric: 'pull', kind: `${word}, ${size}`, value: 0.5 },
    ]),
  ),
}));

/** Exchanges whose change grows with concreteness, and whose similarity falls with it by .05 a point. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-premise-'));
  const random = createRandom(2);
  const exchanges = Array.from({ length: 900 }, () => ({
    words: [random.pick(WORDS)],
    group: `set${random.integer(4)} first`,
    length: 2 + random.integer(2),
    frequency: 6,
  }));
  const noise = () => (random.fraction() - 0.5) / 10;
  const drawn = exchanges.map((each) => ({
    ...each,
    change: 0.1 + 0.08 * ratingOf(each.words[0]!)! + noise(),
  }));
  const edited = exchanges.map((each) => ({ ...each, row: 0, caption: 'a b', edited: 'a c' }));
  writeFileSync(join(folder, 'icons-exchanges.json.gz'), gzipSync(JSON.stringify({ drawn, edited })));
  const questions = exchanges.map(({ words: [word] }, at) => {
    const other = WORDS[at % WORDS.length]!;
    const concreteness = (ratingOf(word!)! + ratingOf(other)!) / 2;
    return {
      id: `set${at % 4}:a set${at % 4}:b`,
      words: [word, other],
      slot: at % 2,
      concreteness,
      family: 'f',
    };
  });
  writeFileSync(
    join(folder, 'icons-questions.jsonl.gz'),
    gzipSync(questions.map((each) => `${JSON.stringify(each)}\n`).join('')),
  );
  mkdirSync(join(folder, 'answers'));
  for (const { seed } of runs) {
    const falling = exchanges.map(({ words: [word] }) =>
      Math.round(1000 * (0.7 - 0.05 * ratingOf(word!)! + noise())),
    );
    const flat = exchanges.map(() => Math.round(1000 * (0.6 + noise())));
    const partners = questions.map(({ concreteness }) =>
      Math.round(1000 * (0.6 - 0.03 * concreteness + noise())),
    );
    const answers = JSON.stringify({ edited: falling, own: flat, texts: falling, partners });
    writeFileSync(
      join(folder, 'answers', `icons-premise-checkpoint-seed-${seed}.json.gz`),
      gzipSync(JSON.stringify({ answers })),
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test('slopes over concreteness are those that made the data, and what is flat is not seen to fall', async () => {
  const data = (await readPremise(folder, runs))!;
  const { slope, z, p } = similaritySlope(data);
  expect(slope).toBeCloseTo(-0.05, 2);
  expect(z).toBeLessThan(-3);
  expect(p).toBeLessThan(0.01);
  const text = await premiseSummary(runs, folder);
  expect(text).toMatch(/visual change of natural minimal pairs: \+0\.0[78]\d a point/);
  expect(text).toMatch(/s\(I, T\): [+−]0\.00\d a point/);
  expect(text).toMatch(/P3 over 2 checkpoints: −0\.0[45]/);
  expect(text).toMatch(/s\(I, T′\), words below 3: −0\.0\d\d a point/);
  expect(text).toMatch(/natural partner’s caption, set and slot held fixed: −0\.03\d a point/);
  expect(text).toContain('0.2500 (0.2500 to 0.2500)');
});

describe('exchanges', () => {
  const icons = ['a', 'b'].flatMap((set) =>
    ['cloud-off', 'cloud-check', 'box-off', 'box-check', 'phone-off'].map((name) => iconOf(`${set}:${name}`)),
  );
  const table = wordTable(icons);

  test('of drawings are the pairs whose words are about equally concrete, and equal drawings do not change', () => {
    const world = smallWorld(icons, 32);
    const rowOf = new Map(icons.map(({ id }, row) => [id, row]));
    const pair = (a: string, b: string, slot: number, words: readonly [string, string]) => {
      const both = [a, b].map((id) => icons.find((icon) => icon.id === id)!);
      return { id: `${a} ${b}`, icons: [both[0]!, both[1]!] as const, slot, words };
    };
    const pairs = [
      pair('a:cloud-off', 'a:box-off', 0, ['cloud', 'box']),
      pair('a:cloud-off', 'b:cloud-off', 0, ['cloud', 'cloud']),
      pair('a:cloud-off', 'a:cloud-check', 1, ['off', 'book']),
    ];
    const found = drawnExchanges(pairs, world, rowOf, { table, most: 10 });
    const changeOf = (word: string) => found.find(({ words }) => words[1] === word)?.change;
    expect(changeOf('box')).toBeGreaterThan(0.2);
    expect(changeOf('cloud')).toBeCloseTo(0, 6);
    expect(changeOf('book')).toBeUndefined();
    expect(drawnExchanges(pairs, world, rowOf, { table, most: 1 })).toHaveLength(1);
  });

  test('of captions have one for each word that can be exchanged', () => {
    const edit = (words: readonly string[], slot: number) =>
      words[slot] === 'off' ? [] : [{ text: `${slot}`, concreteness: 4 }];
    const found = editedExchanges(icons, () => 7, { edit, table, most: 100 });
    expect(found).toHaveLength(14);
    expect(found.filter(({ caption }) => caption === 'cloud off')).toHaveLength(2);
    expect(found[0]).toMatchObject({ row: 7, length: 2 });
    expect(editedExchanges(icons, () => 7, { edit, table, most: 3 })).toHaveLength(3);
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createClip,
  createEncoder,
  loadEncoder,
  type TrainBatch,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';
import { familyOf, splitOf } from '@slipform/icons';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUO_MODEL } from '../icons/icon-folders';
import { iconPreprocessing } from '../icons/pictures-of';
import { iconOf, smallWorld } from '../icons/testing/small-world';
import { composed, duoBatches } from './duo-batches';
import { DUO_SIZE, duoTowers } from './duo-towers';
import type { IconMarks } from './find-marks';
import type { DuoTrainingRecord } from './make-duo-model';
import { type DuoQuestionSource, duoRow, makeDuoQuestions } from './make-duo-questions';

beforeAll(() => useBackend('cpu'));

const icons = ['one', 'two'].flatMap((set) =>
  Array.from({ length: 120 }, (_, at) => iconOf(`${set}:thing${at}-off`)),
);

describe('batches', () => {
  const world = smallWorld(icons);
  const encode = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  const take = (count: number, first = 0, seed = 3): TrainBatch[] => {
    const batches: TrainBatch[] = [];
    for (const batch of duoBatches({ world, batchSize: 4, seed, encode }).batchesFrom(
      first,
    ) as Iterable<TrainBatch>) {
      batches.push(batch);
      if (batches.length === count) break;
    }
    return batches;
  };

  it('are the same from any step on, and others with another seed', () => {
    expect(take(2, 3)).toEqual(take(5).slice(3));
    expect(take(1, 0, 4)).not.toEqual(take(1));
  });

  it('show two icons of one set, as the caption has them', () => {
    const [{ tokens, images }] = take(1) as [TrainBatch];
    expect((images as Float32Array).length).toBe(4 * 16 * 16 * 3);
    for (const ids of tokens as number[][]) {
      const names = String.fromCharCode(...ids).match(/thing\d+ off/g)!;
      expect(new Set(names).size).toBe(2);
    }
    const picture = composed(world, [0, 1], 'beside');
    // The left half of the middle rows is the first drawing.
    expect(picture.slice(4 * 16, 4 * 16 + 8)).toEqual(world.grey.slice(0, 8));
    expect(picture.slice(4 * 16 + 8, 5 * 16)).toEqual(world.grey.slice(64, 72));
  });
});

describe('the model that training begins with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipform-duo-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads longer texts and larger pictures, and all else is that of the model of single icons', async () => {
    const tower = { width: 8, layers: 1, heads: 2, activation: 'gelu' } as const;
    const words = trainTokenizer(['a bell', 'a cloud'], {
      kind: 'bpe',
      vocabularySize: 514,
      contextLength: 12,
    });
    const { vocabularySize, contextLength, startToken, endToken } = words;
    const single = createClip(
      {
        embeddingSize: 8,
        image: { ...tower, imageSize: 32, patchSize: 16 },
        text: { ...tower, vocabularySize, contextLength, startToken, endToken },
      },
      { seed: 5 },
    );
    const small = createEncoder(single, words, { preprocessing: iconPreprocessing(32) });
    await small.save(folder);
    small.dispose();
    const encoder = await loadEncoder(folder);
    const { model, tokenizer } = await duoTowers(folder, 1);
    try {
      expect(model.config.image.imageSize).toBe(DUO_SIZE);
      const text = 'a rather long caption of two things that have many words next to another one';
      expect(tokenizer.encode(text).length).toBeGreaterThan(encoder.model.config.text.contextLength);
      for (const [name, parameter] of model.parameters) {
        const [own, old] = [await parameter.data(), await encoder.model.parameter(name).data()];
        if (!name.includes('position_embedding')) expect(own, name).toEqual(old);
        else if (name.startsWith('text')) expect(own.slice(0, old.length)).toEqual(old);
        // The class token's place, then the first corner.
        else expect(own.slice(0, 16)).toEqual(old.slice(0, 16));
      }
    } finally {
      encoder.dispose();
      model.dispose();
    }
  });
});

describe('the committed model', () => {
  const read = (file: string) => readFileSync(join(DUO_MODEL, file), 'utf8');
  const record: DuoTrainingRecord = JSON.parse(read('training.json'));

  it('has four megabytes at most, and reads pictures of two', async () => {
    expect(statSync(join(DUO_MODEL, 'model.safetensors')).size).toBeLessThanOrEqual(4_000_000);
    const { model } = await loadEncoder(DUO_MODEL);
    expect(model.config.image.imageSize).toBe(DUO_SIZE);
    expect(model.parameterCount).toBe(record.parameters);
    model.dispose();
  });

  it('was trained on no artist of the test or of the validation, and names those that it learned from', () => {
    expect(record.sets.length).toBeGreaterThan(15);
    for (const { set, title, artist, family } of record.sets) {
      expect(splitOf(family)).toBe('train');
      expect(splitOf(familyOf(set, artist))).toBe('train');
      expect(read('NOTICE')).toContain(`${title} (${set}`);
    }
  });
});

describe('questions', () => {
  const grid = (set: string, family: string) =>
    ['bell', 'cloud', 'cup'].flatMap((thing) =>
      ['off', 'plus'].map((sign) =>
        iconOf(`${set}:${thing}-${sign}`, { family, body: `${set} ${thing} ${sign}` }),
      ),
    );
  const source: DuoQuestionSource & IconMarks = {
    icons: [...grid('octicon', 'octicon'), ...grid('lucide', 'lucide'), ...grid('tabler', 'tabler')],
    isAsked: () => true,
    difference: () => 1,
    rate: (word) => (word === 'off' ? undefined : 4),
    isCopy: ({ name }) => name === 'bell-off',
    isSeen: ({ name }) => name !== 'cup-plus',
  };
  const limits = { seed: 1, perPart: 9, perPartPair: 9, families: 3, leastDifference: 0.1 };
  const kinds = (more: Partial<DuoQuestionSource> = {}, least: Partial<typeof limits> = {}) =>
    makeDuoQuestions({ ...source, ...more }, { ...limits, ...least });

  it('are of test artists alone, in words that many use, about drawings that differ', () => {
    expect(new Set(kinds().map(({ set }) => set))).toEqual(new Set(['octicon']));
    expect(kinds().filter(({ kind }) => kind === 'swap')).toHaveLength(3);
    expect(kinds({}, { families: 4 })).toEqual([]);
    const alike = (one: { name: string }, other: { name: string }) =>
      (one.name + other.name).includes('cup') ? 0.05 : 1;
    expect(kinds({ difference: alike }).filter(({ kind }) => kind === 'swap')).toHaveLength(1);
    expect(
      kinds({ isAsked: ({ name }) => name !== 'cup-off' }).filter(({ kind }) => kind === 'swap'),
    ).toHaveLength(1);
  });

  it('of the studies are marked: swaps with near-duplicates, and those whose names training sets have', () => {
    const marked = (file: URL) => {
      const lists: Record<string, [kind: string, ...rest: unknown[]][]> = JSON.parse(
        readFileSync(file, 'utf8'),
      ).questions;
      const swaps = Object.values(lists)
        .flat()
        .filter(([kind]) => kind === 'swap');
      return ['d', 's'].map((mark) => swaps.filter((row) => String(row[5]).includes(mark)).length);
    };
    expect(marked(new URL('../../../packages/icons/data/duo.json', import.meta.url))).toEqual([50, 85]);
    expect(marked(new URL('more-artists.json', import.meta.url))).toEqual([122, 71]);
  });

  it('are rows with names, captions, rating and marks', () => {
    const [swap] = kinds().filter(({ kind, id }) => kind === 'swap' && id.includes('bell'));
    const [kind, layout, names, captions, rating, marks] = duoRow(swap!, source);
    expect([kind, layout, captions]).toEqual(['swap', swap!.wording.layout, swap!.captions]);
    expect(names).toEqual(swap!.pictures.map((two) => two.map(({ name }) => name)));
    expect(rating).toBe(swap!.parts.includes('off') ? null : 4);
    expect(marks).toBe(swap!.id.includes('cup-plus') ? 'd' : 'ds');
    expect(duoRow(swap!, source, ['one', 'other']).slice(0, 4)).toEqual([
      'sentence',
      layout,
      names,
      ['one', 'other'],
    ]);
  });
});

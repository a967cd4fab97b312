import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { cementLoss, noMargin } from '@slipform/cement-loss';
import { adamW, createClip, trainClip, trainTokenizer, useBackend } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';
import { drawnNegatives } from '@slipform/scenes';
import { webdataset } from '@slipform/scenes/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colouredCaptions } from './testing/coloured-captions';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const plant = join(dirname(require.resolve('@slipform/plant/package.json')), 'bin', 'slipform-plant.js');

// From drawn pictures with captions to two steps of training: partners are found by the command, and the loss sees the
// partner's own picture as the hard image, from a shard and from files.
let folder: string;
let captions: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-natural-'));
  await useBackend('wasm');
  const drawn = await drawnNegatives(colouredCaptions(150, 4), { size: 48 });
  captions = drawn.samples.map(({ caption }) => caption);
  await writeFile(join(folder, 'in.tar'), webdataset(drawn));
  await mkdir(join(folder, 'photos'));
  await Promise.all(
    drawn.samples.map(({ draw }, i) => writeFile(join(folder, 'photos', `${i}.png`), draw().png())),
  );
  await writeFile(
    join(folder, 'in.jsonl'),
    captions.map((caption, id) => `${JSON.stringify({ id, caption, filepath: `${id}.png` })}\n`).join(''),
  );
  for (const output of ['out.tar', 'out.jsonl', 'out.tsv']) {
    const input = join(folder, output === 'out.tar' ? 'in.tar' : 'in.jsonl');
    await run(process.execPath, [plant, 'pairs', input, '-o', join(folder, output), '--quiet']);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything in one batch, so that each partner's picture is there as an image, too. */
async function open(source: string, layout: 'triplet' | 'paired') {
  const tokenizer = trainTokenizer(captions);
  const common = { tokenizer, imageSize: 16, workers: 0, layout, images: join(folder, 'photos') };
  const { size, close } = await trainingData({ ...common, source: join(folder, source), batchSize: 1 });
  await close();
  return {
    tokenizer,
    data: await trainingData({ ...common, source: join(folder, source), batchSize: size }),
  };
}

describe.each(['out.tar', 'out.jsonl', 'out.tsv'])('%s', (source) => {
  it.each(['triplet', 'paired'] as const)(
    'trains in the layout %s on the partners’ pictures',
    async (layout) => {
      const { tokenizer, data } = await open(source, layout);
      expect(data.skipped.count).toBe(0);
      expect(data.counts.negatives).toBe(data.size);
      const { value: batch } = await data.batchesFrom(0).next();
      const texts = (batch!.tokens as number[][]).map(String);
      const partners = (batch!.hardTokens as number[][]).map((tokens) => texts.indexOf(String(tokens)));
      expect(partners.filter((row) => row >= 0).length).toBeGreaterThan(20);

      const tower = { width: 16, layers: 1, heads: 2 };
      const model = createClip({
        embeddingSize: 8,
        image: { ...tower, imageSize: 16, patchSize: 8 },
        text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
      });
      const differences: number[] = [];
      const losses: number[] = [];
      await trainClip({
        model,
        data,
        loss: (embedded, { logitScale }) => {
          if (losses.length === 0) {
            const [images, hard] = [embedded.images, embedded.hardImages!].map(
              (tensor) => tensor.arraySync() as number[][],
            );
            for (const [row, partner] of partners.entries()) {
              if (partner < 0 || texts.lastIndexOf(texts[partner]!) !== partner) continue;
              differences.push(
                Math.max(...hard![row]!.map((value, i) => Math.abs(value - images![partner]![i]!))),
              );
            }
          }
          return cementLoss(embedded, { logitScale, margin: noMargin(), layout });
        },
        optimizer: adamW({ learningRate: 0.01 }),
        steps: 2,
        observe: [({ loss }) => void losses.push(loss)],
      });
      expect(losses.length).toBe(2);
      expect(losses.every(Number.isFinite)).toBe(true);
      expect(differences.length).toBeGreaterThan(10);
      expect(Math.max(...differences)).toBeLessThan(1e-4);
      model.dispose();
      await data.close();
    },
  );
});

it('the negatives are the captions of other pictures', async () => {
  const records = (await readFile(join(folder, 'out.jsonl'), 'utf8')).trim().split('\n');
  expect(records.length).toBeGreaterThan(30);
  for (const line of records) {
    const { id, caption, negative, negativeFilepath, operation } = JSON.parse(line);
    const partner = Number(negativeFilepath.replace('.png', ''));
    expect([operation, captions[Number(id)], captions[partner]]).toEqual(['natural', caption, negative]);
  }
});

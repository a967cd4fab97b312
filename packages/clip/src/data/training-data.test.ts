import '@tensorflow/tfjs-backend-cpu';
import { negClipLoss } from '@slipform/cement-loss';
import { InputError } from '@slipform/kit/errors/input-error';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { div, norm, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEncoder } from '../encoder/create-encoder';
import { normalizePixels } from '../encoder/preprocess';
import type { TrainLoss } from '../gradients/batch-gradients';
import type { TrainBatch } from '../gradients/train-batch';
import { createClip } from '../model/create-clip';
import { packTar, picture } from '../testing/picture-folder';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { adamW } from '../training/adamw';
import { trainClip } from '../training/train-clip';
import { type TrainingData, trainingData } from './training-data';
import type { TrainingDataOptions } from './training-data-options';

const folder = useFolder();
const size = 4;
const count = 10;
const captionOf = (i: number) => `picture number n${i}`;
const negativeOf = (i: number) => `drawing number n${i}`;
const tokenizer = trainTokenizer(
  Array.from({ length: count }, (_, i) => [captionOf(i), negativeOf(i), `another word for n${i}`]).flat(),
);
const common = { tokenizer, imageSize: size, batchSize: 4, workers: 0 };

beforeAll(async () => {
  for (let i = 0; i < count; i++) folder.file(`images/${i}.png`, await picture(20 * i, 0, 255));
  folder.file('pairs.csv', csv());
});

function csv(): string {
  return `image,caption\n${Array.from({ length: count }, (_, i) => `${i}.png,${captionOf(i)}\n`).join('')}`;
}

const open = (options: Partial<TrainingDataOptions> = {}) =>
  trainingData({ source: folder.path('pairs.csv'), images: folder.path('images'), ...common, ...options });

const tinyModel = () =>
  createClip({
    embeddingSize: 4,
    image: { imageSize: size, patchSize: 2, width: 4, layers: 1, heads: 1 },
    text: { width: 4, layers: 1, heads: 1, vocabularySize: tokenizer.vocabularySize, contextLength: 6 },
  });

async function take(data: TrainingData, from: number, steps: number): Promise<TrainBatch[]> {
  const batches: TrainBatch[] = [];
  for await (const batch of data.batchesFrom(from)) {
    batches.push(batch);
    if (batches.length === steps) break;
  }
  return batches;
}

/** Which picture each row of a batch shows, by its red. */
function pictures({ images }: TrainBatch): number[] {
  const pixels = images as Float32Array;
  const reds = Array.from({ length: count }, (_, i) => normalizePixels(Uint8Array.of(20 * i, 0, 255))[0]!);
  return Array.from({ length: pixels.length / (size * size * 3) }, (_, row) => {
    const red = pixels[row * size * size * 3]!;
    return reds.findIndex((value) => Math.abs(value - red) < 1e-3);
  });
}

const words = (tokens: unknown) =>
  (tokens as number[][]).map((ids) =>
    ids
      .slice(1, -1)
      .map((id) => tokenizer.vocabulary[id - 2])
      .join(' '),
  );

describe('batches', () => {
  it('are those of an encoder, or of its parts', async () => {
    const { imageSize, ...others } = common;
    const preprocessing = { size, shorterSide: size };
    const tower = { width: 4, layers: 1, heads: 1 };
    const model = createClip({
      embeddingSize: 4,
      image: { ...tower, imageSize: size, patchSize: 2 },
      text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
    });
    const encoder = createEncoder(model, tokenizer, { preprocessing });
    const source = { source: folder.path('pairs.csv'), images: folder.path('images') };
    const ofEncoder = await trainingData({ ...source, encoder, batchSize: 4, workers: 0 });
    const ofParts = await trainingData({ ...source, ...common, preprocessing });
    expect(ofEncoder.preprocessing).toEqual(preprocessing);
    expect(await take(ofEncoder, 0, 2)).toEqual(await take(ofParts, 0, 2));
    encoder.dispose();
    await expect(trainingData({ ...source, ...others })).rejects.toThrow(
      'trainingData: imageSize must be there where no encoder is, got undefined; pass encoder: await loadEncoder(…), or tokenizer and imageSize.',
    );
  });

  it('have the positive of a record in the place of its caption, beside the negatives of that text alone', async () => {
    const positiveOf = (i: number) => `another word for n${i}`;
    const records = Array.from({ length: count }, (_, i) => {
      const own = { id: `${i + 2}`, caption: captionOf(i), concreteness: 4 };
      const detailed = { ...own, positive: positiveOf(i), negative: negativeOf(i) };
      return [{ ...own, negative: `${negativeOf(i)} n${i}` }, detailed];
    }).flat();
    const lines = (of: readonly object[]) => of.map((record) => `${JSON.stringify(record)}\n`).join('');
    folder.file('details.jsonl', lines(records));
    const seen = new Set<string>();
    const data = await open({ negatives: folder.path('details.jsonl'), perCaption: 2, batchSize: 5 });
    for (const batch of await take(data, 0, 6)) {
      for (const [row, text] of words(batch.tokens).entries()) {
        const shown = pictures(batch)[row]!;
        const isDetailed = text === positiveOf(shown);
        expect(text).toBe(isDetailed ? positiveOf(shown) : captionOf(shown));
        const hard = words((batch.hardTokens as number[][][])[row]!);
        expect(hard[0]).toBe(isDetailed ? negativeOf(shown) : `${negativeOf(shown)} n${shown}`);
        expect((batch.valid as number[][])[row]).toEqual([1, 0]);
        seen.add(isDetailed ? 'positive' : 'caption');
      }
    }
    expect([...seen].sort()).toEqual(['caption', 'positive']);
    const images = records.map((record, i) => ({ ...record, image: `${Math.floor(i / 2)}.png` }));
    folder.file('rows.jsonl', lines(images.filter((record) => 'positive' in record)));
    const [batch] = await take(await open({ source: folder.path('rows.jsonl') }), 0, 1);
    expect(words(batch!.tokens)).toEqual(pictures(batch!).map(positiveOf));
    expect(words(batch!.hardTokens)).toEqual(pictures(batch!).map(negativeOf));
  });

  it('hold each pair once an epoch, in a new order, image and caption together', async () => {
    const data = await open({ batchSize: 5 });
    expect(data).toMatchObject({
      size: 10,
      stepsPerEpoch: 2,
      counts: { images: 10, captions: 10, negatives: 0 },
    });
    const batches = await take(data, 0, 4);
    const shown = batches.map(pictures);
    expect([...shown[0]!, ...shown[1]!].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...shown[2]!, ...shown[3]!].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shown.slice(2)).not.toEqual(shown.slice(0, 2));
    for (const [step, batch] of batches.entries()) {
      expect(words(batch.tokens)).toEqual(shown[step]!.map(captionOf));
      expect(Object.keys(batch).sort()).toEqual(['images', 'tokens']);
    }
  });

  it('are the same for a seed, others for another, and start at any step', async () => {
    const whole = await take(await open({ seed: 3 }), 0, 7);
    expect(await take(await open({ seed: 3, ahead: 0 }), 0, 7)).toEqual(whole);
    for (const step of [1, 2, 5]) {
      expect(await take(await open({ seed: 3, ahead: 5 }), step, 7 - step)).toEqual(whole.slice(step));
    }
    expect((await take(await open({ seed: 4 }), 0, 7)).map(pictures)).not.toEqual(whole.map(pictures));
    expect((await take(await open({ seed: 3 + 2 ** 32 }), 0, 7)).map(pictures)).not.toEqual(
      whole.map(pictures),
    );
  });

  it('drop an epoch’s rest, or keep it', async () => {
    expect((await take(await open(), 0, 3)).map((batch) => pictures(batch).length)).toEqual([4, 4, 4]);
    const kept = await open({ lastBatch: 'keep' });
    expect(kept.stepsPerEpoch).toBe(3);
    expect((await take(kept, 0, 4)).map((batch) => pictures(batch).length)).toEqual([4, 4, 2, 4]);
  });

  it('draw one of several captions for each epoch, or take them all and group them', async () => {
    const source = folder.file(
      'several.jsonl',
      Array.from({ length: count }, (_, i) =>
        [captionOf(i), `another word for n${i}`]
          .map((caption) => `${JSON.stringify({ file_name: `${i}.png`, caption })}\n`)
          .join(''),
      ).join(''),
    );
    const one = await open({ source, batchSize: 10 });
    expect(one).toMatchObject({ size: 10, counts: { images: 10, captions: 20 } });
    const texts = (await take(one, 0, 8)).map(({ tokens }) => words(tokens));
    const others = texts.map((epoch) => epoch.filter((text) => text.startsWith('another')).length);
    expect(others.every((n) => n > 0 && n < 10)).toBe(true);

    const all = await open({ source, batchSize: 20, captions: 'all' });
    expect(all.size).toBe(20);
    const [batch] = await take(all, 0, 1);
    expect(new Set(words(batch!.tokens)).size).toBe(20);
    const groups = batch!.groups as number[];
    expect(new Set(groups).size).toBe(10);
    const shown = pictures(batch!);
    shown.forEach((a, i) => {
      shown.forEach((b, j) => {
        expect(groups[i] === groups[j]).toBe(a === b);
      });
    });
  });

  it('group pairs with equal captions', async () => {
    const source = folder.file('equal.csv', 'image,caption\n0.png,a b\n1.png,c\n2.png,a b\n');
    const [batch] = await take(await open({ source, batchSize: 3 }), 0, 1);
    const shown = pictures(batch!);
    const groups = batch!.groups as number[];
    expect(groups[shown.indexOf(0)]).toBe(groups[shown.indexOf(2)]);
    expect(new Set(groups).size).toBe(2);
  });
});

it('gives no batch once it is closed', async () => {
  const data = await open();
  const batches = data.batchesFrom(0);
  await batches.next();
  await data.close();
  for (const next of [data.batchesFrom(0).next(), data.batchesFrom(3).next()]) {
    await expect(next).rejects.toThrow(/batchesFrom: the data have been closed; open them anew/);
    await expect(next).rejects.toSatisfy(InputError.isInstance);
  }
});

describe('sources', () => {
  it('give the same batches in every format', async () => {
    const range = Array.from({ length: count }, (_, i) => i);
    const png = await Promise.all(range.map((i) => picture(20 * i, 0, 255)));
    const sources: Partial<TrainingDataOptions>[] = [
      { source: folder.path('pairs.csv') },
      {
        source: folder.file(
          'negclip.tsv',
          `\ttitle\tfilepath\tneg_caption\tneg_image\n${range.map((i) => `${i}\t${captionOf(i)}\t${i}.png\t[]\t[1, 2]\n`).join('')}`,
        ),
      },
      {
        source: folder.file(
          'rows.jsonl',
          `\ufeff${range.map((i) => `${JSON.stringify({ text: captionOf(i), image: `./${i}.png` })}\r\n`).join('')}`,
        ),
      },
      {
        source: folder.file(
          'coco.json',
          JSON.stringify({
            annotations: range.map((i) => ({ id: 100 + i, image_id: i, caption: captionOf(i) })),
            images: range.map((i) => ({ id: i, file_name: `${i}.png` })),
          }),
        ),
      },
      {
        source: folder.file(
          'karpathy.json',
          JSON.stringify({
            images: [
              ...range.map((i) => ({
                filename: `${i}.png`,
                cocoid: i,
                split: i % 2 ? 'train' : 'restval',
                sentences: [{ raw: captionOf(i), sentid: 100 + i }],
              })),
              { filename: '0.png', split: 'test', sentences: [{ raw: 'never seen' }] },
            ],
          }),
        ),
      },
      {
        source: folder.file(
          'blip.json',
          JSON.stringify(range.map((i) => ({ image: `${i}.png`, caption: [captionOf(i)] }))),
        ),
      },
      {
        source: folder.file(
          'rows.parquet',
          new Uint8Array(
            parquetWriteBuffer({
              columnData: [
                { name: 'path', data: range.map((i) => `${i}.png`) },
                { name: 'caption', data: range.map(captionOf) },
              ],
            }),
          ),
        ),
      },
      {
        // Two shards; the first in GNU and PAX forms, with a long name.
        source: [
          folder.file(
            'shard-0.tar',
            await packTar(
              { name: 'a/', type: 'directory' },
              ...range.slice(0, 6).flatMap((i) => [
                { name: `${'deep/'.repeat(40)}ä${i}.png`, content: png[i]! },
                { name: `${'deep/'.repeat(40)}ä${i}.txt`, content: captionOf(i) },
              ]),
            ),
          ),
          folder.file(
            'shard-1.tar',
            await packTar(
              ...range.slice(6).flatMap((i) => [
                { name: `${i}.json`, content: JSON.stringify({ caption: captionOf(i) }) },
                { name: `${i}.png`, content: png[i]! },
              ]),
            ),
          ),
        ],
      },
    ];
    const [first, ...others] = await Promise.all(
      sources.map(async (options) => take(await open(options), 0, 5)),
    );
    for (const [i, batches] of others.entries()) expect(batches, String(i + 1)).toEqual(first);
    const shards = await open({ source: folder.path('shard-{0..1}.tar') });
    expect(await take(shards, 0, 5)).toEqual(first);
    expect(shards.skipped.count).toBe(0);
  });

  it('find what a folder holds', async () => {
    folder.file('imagefolder/metadata.csv', 'file_name,text\nx.png,a\n');
    folder.file('imagefolder/x.png', await picture(20, 0, 255));
    const [batch] = await take(
      await trainingData({ source: folder.path('imagefolder'), ...common, batchSize: 1 }),
      0,
      1,
    );
    expect(pictures(batch!)).toEqual([1]);
    folder.file('nothing/readme.md', '');
    await expect(open({ source: folder.path('nothing') })).rejects.toThrow(/holds neither metadata.csv/);
  });
});

describe('hard negatives', () => {
  const record = (i: number, more: object = {}) => ({
    id: String(i + 2),
    caption: captionOf(i),
    negative: negativeOf(i),
    concreteness: 3 + i / 10,
    ...more,
  });
  const lines = (records: readonly object[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('');

  it('join by the caption’s id, which is its line as plant counts it', async () => {
    const records = Array.from({ length: count }, (_, i) => record(i));
    const negatives = folder.file('negatives.jsonl', lines(records));
    const data = await open({ negatives });
    const batches = await take(data, 0, 2);
    for (const batch of batches) {
      const shown = pictures(batch);
      expect(words(batch.hardTokens)).toEqual(shown.map(negativeOf));
      expect(batch.concreteness).toEqual(shown.map((i) => 3 + i / 10));
      expect(batch.valid).toBeUndefined();
    }
    const column = (name: 'id' | 'caption' | 'negative' | 'concreteness') => ({
      name,
      data: records.map((one) => one[name]),
    });
    const parquet = folder.file(
      'negatives.parquet',
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [column('id'), column('caption'), column('negative'), column('concreteness')],
        }),
      ),
    );
    expect(await take(await open({ negatives: parquet }), 0, 2)).toEqual(batches);
  });

  it('fill K slots, the empty ones masked', async () => {
    const negatives = folder.file(
      'two.jsonl',
      lines([
        record(0),
        record(0, { negative: 'drawing word' }),
        record(0, { negative: 'number' }),
        record(1),
      ]),
    );
    const [batch] = await take(await open({ negatives, perCaption: 2, batchSize: 10 }), 0, 1);
    const shown = pictures(batch!);
    const hard = (batch!.hardTokens as number[][][]).map(words);
    const valid = batch!.valid as number[][];
    shown.forEach((i, row) => {
      expect(valid[row]).toEqual(i === 0 ? [1, 1] : i === 1 ? [1, 0] : [0, 0]);
      expect(hard[row]![1]).toBe(i === 0 ? hard[row]![1] : captionOf(i));
    });
    const first = hard[shown.indexOf(0)]!;
    expect(new Set([...first, 'drawing word', 'number', negativeOf(0)]).size).toBe(3);
    expect(first[0]).not.toBe(first[1]);
    expect((batch!.concreteness as number[][]).flat().every((c) => c >= 1 && c <= 5)).toBe(true);
  });

  it('that are equal to another text of the batch are trained on masked', async () => {
    // The negative of 0 is the caption of 1, those of 2 and 3 are one text, and 4's is its own caption.
    const texts = [captionOf(1), negativeOf(1), negativeOf(2), negativeOf(2), captionOf(4)];
    const negatives = folder.file('equal.jsonl', lines(texts.map((negative, i) => record(i, { negative }))));
    const data = await open({ negatives, batchSize: 10 });
    const [batch] = await take(data, 0, 1);
    const [captions, hard] = [words(batch!.tokens), words(batch!.hardTokens)];
    const there = (batch!.valid as number[]).map((one, i) => one === 1 && hard[i] !== captions[i]);
    (batch!.textIds as number[][]).forEach((ids, i) => {
      expect(ids.map((id) => id === batch!.textIds![0]![0])).toEqual(
        [captions[i], hard[i]].map((text) => text === captions[0]),
      );
    });

    const seen: number[][] = [];
    const loss: TrainLoss = (embedded, options) => {
      const value = negClipLoss(embedded, options);
      const unit = (x: Tensor) => tidy(() => div(x, norm(x, 2, -1, true))).arraySync() as number[][];
      const [v, t, h] = [embedded.images, embedded.captions, embedded.hardCaptions as Tensor].map(unit);
      const scale = options.logitScale.dataSync()[0]!;
      const z = (a: number[], b: number[]) => scale * a.reduce((sum, x, d) => sum + x * b[d]!, 0);
      const crossEntropy = (positive: number, others: number[]) =>
        Math.log(1 + others.reduce((sum, other) => sum + Math.exp(other - positive), 0));
      const rows = v!.map((image, i) => {
        const hardTexts = new Map(h!.flatMap((one, j) => (there[j] ? [[hard[j], one] as const] : [])));
        hardTexts.delete(captions[i]);
        const others = [...t!.filter((_, j) => j !== i), ...hardTexts.values()].map((text) => z(image, text));
        const images = v!.flatMap((other, j) => (j === i ? [] : [z(other, t![i]!)]));
        return (crossEntropy(z(image, t![i]!), others) + crossEntropy(z(image, t![i]!), images)) / 2;
      });
      seen.push([value.dataSync()[0]!, rows.reduce((sum, row) => sum + row, 0) / rows.length]);
      const { textIds: _, ...without } = embedded;
      seen.push([negClipLoss(without, options).dataSync()[0]!]);
      return value;
    };
    const model = tinyModel();
    await trainClip({ model, data, loss, steps: 1, optimizer: adamW({ learningRate: 1e-3 }) });
    model.dispose();
    const [[found, expected] = [], [unmasked] = []] = seen;
    expect(found).toBeCloseTo(expected!, 4);
    expect(Math.abs(unmasked! - expected!)).toBeGreaterThan(0.01);
  });

  it('have no numbers of texts where all texts differ', async () => {
    const negatives = folder.file('differ.jsonl', lines([record(0), record(1)]));
    const [batch] = await take(await open({ negatives, batchSize: 10 }), 0, 1);
    expect(batch!.textIds).toBeUndefined();
  });

  it('are masked where plant has found none, and nothing is skipped: --keep-all', async () => {
    const rows = [record(0), { id: '3', caption: captionOf(1), reason: 'no-site' }];
    const check = async (options: Parameters<typeof open>[0]) => {
      const data = await open({ batchSize: 2, ...options });
      const [batch] = await take(data, 0, 1);
      expect(data.skipped.count).toBe(0);
      expect(data.counts.negatives).toBe(1);
      return batch!;
    };
    const of = async (name: string, content: string | Uint8Array) => ({
      negatives: folder.file(name, content),
    });
    const parquet = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: rows.map(({ id }) => id) },
        { name: 'caption', data: rows.map(({ caption }) => caption) },
        { name: 'negative', data: [negativeOf(0), null], type: 'STRING' },
        { name: 'reason', data: [null, 'no-site'], type: 'STRING' },
      ],
    });
    for (const [name, content] of [
      ['all.jsonl', lines(rows)],
      ['all.parquet', new Uint8Array(parquet)],
    ] as const) {
      const batch = await check({ ...(await of(name, content)), batchSize: 10 });
      expect(batch.valid).toEqual(pictures(batch).map((i) => (i === 0 ? 1 : 0)));
    }

    const png = await picture(20, 0, 255);
    const sample = (key: string, caption: string, hard: string, row: object) => [
      { name: `${key}.png`, content: png },
      { name: `${key}.txt`, content: caption },
      { name: `${key}.neg_caption`, content: hard },
      { name: `${key}.negatives.json`, content: JSON.stringify([row]) },
    ];
    const shard = folder.file(
      'all.tar',
      await packTar(
        ...sample('1', 'picture', 'drawing', { caption: 'picture', negative: 'drawing' }),
        ...sample('2', 'word', '', { id: '2', caption: 'word', reason: 'no-candidate' }),
      ),
    );
    const table = folder.file(
      'all.tsv',
      "filepath\ttitle\tneg_caption\tneg_image\treason\n1.png\tpicture\t['drawing']\t[1]\t\n2.png\tword\t[]\t[0]\tno-site\n",
    );
    for (const source of [shard, table]) {
      const batch = await check({ source });
      expect(words(batch.hardTokens).sort()).toEqual(['drawing', 'word']);
      expect(batch.valid).toEqual(words(batch.tokens).map((text) => (text === 'word' ? 0 : 1)));
    }
  });

  it('come with shards and NegCLIP’s tables, without ratings', async () => {
    const png = await picture(20, 0, 255);
    const shard = folder.file(
      'neg.tar',
      await packTar(
        { name: '1.png', content: png },
        { name: '1.txt', content: 'picture' },
        { name: '1.neg_caption', content: 'drawing' },
        { name: '2.png', content: png },
        { name: '2.txt', content: 'picture word' },
      ),
    );
    const [batch] = await take(await open({ source: shard, batchSize: 2 }), 0, 1);
    expect(batch!.concreteness).toBeUndefined();
    const captions = words(batch!.tokens);
    expect(words(batch!.hardTokens)).toEqual(captions.map((text) => (text === 'picture' ? 'drawing' : text)));
    expect(batch!.valid).toEqual(captions.map((text) => (text === 'picture' ? 1 : 0)));

    const records = folder.file(
      'plant.tar',
      await packTar(
        { name: '1.png', content: png },
        { name: '1.txt', content: 'picture' },
        { name: '1.neg_caption', content: 'drawing' },
        {
          name: '1.negatives.json',
          content: JSON.stringify([{ caption: 'picture', negative: 'number', concreteness: 4.5 }]),
        },
      ),
    );
    const [rated] = await take(await open({ source: records, batchSize: 1 }), 0, 1);
    expect(words(rated!.hardTokens)).toEqual(['number']);
    expect(rated!.concreteness).toEqual([4.5]);

    const table = folder.file(
      'negclip-2.tsv',
      `filepath\ttitle\tneg_caption\tneg_image\n3.png\tpicture\t['drawing', "drawing"]\t[1]\n`,
    );
    const [row] = await take(await open({ source: table, batchSize: 1 }), 0, 1);
    expect(words(row!.hardTokens)).toEqual(['drawing']);
  });

  it('are missed by a loss in words that lead to the file', async () => {
    const data = await open();
    const missing = 'cementLoss: hardCaptions must be in the batch, got undefined.';
    const lossThatThrows = (fields: object) => () => {
      throw Object.assign(new Error(missing), fields);
    };
    const loss = lossThatThrows({ argument: 'hardCaptions' });
    const model = tinyModel();
    await expect(trainClip({ model, data, loss, optimizer: adamW(), steps: 1 })).rejects.toThrow(
      /^cementLoss: hardCaptions must be in the batch, got undefined; trainingData found none in .*pairs\.csv, where neg_caption or negative holds them; name their column in fields\.negative, or pass a file of them as negatives\.$/,
    );
    // The field decides, and no word of the sentence.
    const other = lossThatThrows({ argument: 'images' });
    await expect(trainClip({ model, data, loss: other, optimizer: adamW(), steps: 1 })).rejects.toMatchObject(
      {
        message: missing,
        argument: 'images',
      },
    );
    model.dispose();
    const negatives = folder.file(
      'some.jsonl',
      Array.from({ length: count }, (_, i) => `{"id":${i + 2},"negative":"${negativeOf(i)}"}\n`).join(''),
    );
    expect(data.noHardCaptions).toBeDefined();
    expect((await open({ negatives })).noHardCaptions).toBeUndefined();
  });

  it('bring their images for the triplet and paired layouts', async () => {
    const negatives = folder.file(
      'imaged.jsonl',
      lines([
        record(0, { hard_image: 'images/7.png' }),
        record(1),
        record(2, { hard_image: 'images/none.png' }),
      ]),
    );
    const data = await open({ negatives, layout: 'triplet', batchSize: 10 });
    expect(data.counts.negatives).toBe(2);
    const [batch] = await take(data, 0, 1);
    const shown = pictures(batch!);
    const hard = pictures({ ...batch!, images: batch!.hardImages! });
    expect(hard).toEqual(shown.map((i) => (i === 0 ? 7 : i)));
    expect(batch!.valid).toEqual(shown.map((i) => (i === 0 ? 1 : 0)));
    expect(data.skipped.first).toEqual([
      {
        place: `${negatives} line 3: ${folder.path('images/none.png')}`,
        reason: 'could not be read: there is no such file',
      },
    ]);
    await expect(open({ layout: 'paired' })).rejects.toThrow(/needs images of the hard captions/);
  });

  it('bring them as slipform-plant names them: a naturally occurring partner’s image is one of the source', async () => {
    const natural = (i: number, negativeFilepath: string) =>
      record(i, { operation: 'natural', negativeFilepath });
    const negatives = folder.file(
      'natural/partners.jsonl',
      lines([
        natural(0, '7.png'),
        natural(1, '../pairs.csv'),
        record(2, { negativeFilepath: '8.png' }),
        natural(3, 'edited.png'),
      ]),
    );
    folder.file('natural/edited.png', await picture(20 * 9, 0, 255));
    const data = await open({ negatives, layout: 'paired', batchSize: 10 });
    const [batch] = await take(data, 0, 1);
    const shown = pictures(batch!);
    const partners = new Map([
      [0, 7],
      [3, 9],
    ]);
    expect(pictures({ ...batch!, images: batch!.hardImages! })).toEqual(
      shown.map((i) => partners.get(i) ?? i),
    );
    expect(batch!.valid).toEqual(shown.map((i) => (partners.has(i) ? 1 : 0)));
    expect(data.skipped.first.map(({ place, reason }) => [place.split('/').at(-1), reason])).toEqual([
      ['partners.jsonl line 2', 'names an image outside of the image folder: "../pairs.csv"'],
      ['8.png', 'could not be read: there is no such file'],
    ]);
    // A folder that is named is the only one.
    const named = await open({
      negatives,
      hardImages: folder.path('images'),
      layout: 'paired',
      batchSize: 10,
    });
    const [other] = await take(named, 0, 1);
    const hard = pictures({ ...other!, images: other!.hardImages! });
    expect(pictures(other!).flatMap((i, row) => (i === 2 ? [hard[row]] : []))).toEqual([8]);
  });

  it('may stand in the table or the lines themselves, a record for each', async () => {
    const table = folder.file(
      'partners.tsv',
      `filepath\ttitle\tneg_caption\tneg_filepath\n${Array.from(
        { length: 4 },
        (_, i) => `${i}.png\t${captionOf(i)}\t['${negativeOf(i)}', '${captionOf(8)}']\t['', '8.png']\n`,
      ).join('')}`,
    );
    const records = folder.file(
      'partners.jsonl',
      lines(
        [0, 1, 2, 3].flatMap((i) =>
          [negativeOf(i), captionOf(8)].map((negative, n) => ({
            filepath: `${i}.png`,
            caption: captionOf(i),
            negative,
            concreteness: 4,
            ...(n === 0 ? {} : { negativeFilepath: '8.png' }),
          })),
        ),
      ),
    );
    for (const source of [table, records]) {
      const data = await open({ source, layout: 'triplet' });
      expect(data.counts).toEqual({ images: 4, captions: 4, negatives: 4 });
      const [batch] = await take(data, 0, 1);
      expect(words(batch!.hardTokens)).toEqual([8, 8, 8, 8].map(captionOf));
      expect(pictures({ ...batch!, images: batch!.hardImages! })).toEqual([8, 8, 8, 8]);
      expect(data.skipped.count).toBe(0);
    }
    const outside = await open({
      source: folder.file(
        'outside.jsonl',
        lines(
          ['8.png', '/etc/passwd', '../../x.png', 'http://a.b/c.png'].map((negativeFilepath, i) => ({
            filepath: `${i}.png`,
            caption: captionOf(i),
            negative: negativeOf(i),
            negativeFilepath,
          })),
        ),
      ),
      layout: 'triplet',
      batchSize: 1,
    });
    expect(outside.counts.negatives).toBe(1);
    expect(outside.skipped.first.map(({ reason }) => reason)).toEqual([
      'names an image outside of the image folder: "/etc/passwd"',
      'names an image outside of the image folder: "../../x.png"',
      'names an image by its URL; download it first',
    ]);
  });

  it('that are broken are told, and those of other captions refused', async () => {
    const negatives = folder.file(
      'broken.jsonl',
      `${lines([record(0), record(1, { concreteness: 7 }), record(2, { negative: ' ' }), record(4, { id: '3' })])}` +
        `{"id":"5","caption":"${captionOf(3)}","negative":"x","concreteness":NaN}\n` +
        `${lines([record(5, { concreteness: undefined }), { __proto__: null, id: 9, negative: 'x' }])}`,
    );
    const data = await open({ negatives });
    expect(data.counts.negatives).toBe(1);
    expect(
      data.skipped.first.map(({ place, reason }) => `${place.split(' ').slice(1).join(' ')}: ${reason}`),
    ).toEqual([
      'line 2: has a concreteness that is no number from 1 to 5: "7"',
      'line 3: has no negative that is a text',
      'line 4: has the id "3" of another caption',
      'line 5: is not JSON',
      '"7": has a hard caption without concreteness, where others have one',
      '"9": has a hard caption without concreteness, where others have one',
    ]);
    const others = folder.file('others.jsonl', lines([record(0, { id: 'zebra' })]));
    await expect(open({ negatives: others })).rejects.toThrow(
      /none of its 1 negatives belongs to a caption here.*like "zebra", here like "2"/,
    );
    const empty = folder.file('empty.jsonl', '');
    await expect(open({ negatives: empty })).rejects.toThrow(
      /negatives: .*empty\.jsonl is empty; leave the option out/,
    );
    const unreadable = folder.file('unreadable.jsonl', 'x\n');
    await expect(open({ negatives: unreadable })).rejects.toThrow(
      /unreadable\.jsonl holds none that can be read; see onSkip/,
    );
    await expect(open({ negatives: 'n.tsv' })).rejects.toThrow(/must be .jsonl, .jsonl.gz or .parquet/);
  });
});

import { meetHostileCallers, wrongValues } from '@slipform/kit/testing/hostile-callers';
import { expect, test } from 'vitest';
import { createPlant, cutIntoBlocks, FitTable, fitCaptions, mergeStats, phrasesOf, wordsOf } from './index';

const text = 'A red dog chases a blue cat.';
const plant = createPlant();
const table = await fitCaptions([text]);
const stats = plant.stats();
const drain = async (stream: AsyncIterable<unknown>) => {
  for await (const _ of stream);
};
const options = {
  ...{
    lexicon: { rate: () => undefined },
    policy: 'weighted',
    balance: 'none',
    operations: ['replace'],
    slots: ['object'],
  },
  ...{ perCaption: 1, seed: 0, maxGap: 1, vocabulary: ['dog'], fit: null, temperature: 1, contextLength: 77 },
  ...{ sense: 0.3, concurrency: 1, scorer: () => 1, rewriter: async () => undefined },
};
const caption = { caption: text, id: '1', imageId: '1', siblings: ['A dog runs.'] };

meetHostileCallers(
  {
    createPlant: [(given: object) => createPlant(given).mine(text), { options }],
    mine: [plant.mine, { caption: { caption: text, id: '1', siblings: ['A dog runs.'] } }],
    mineBlock: [plant.mineBlock, { captions: [caption] }],
    // What a stream gives is awaited before we see it.
    mineAll: [(captions: Iterable<string>) => drain(plant.mineAll(captions)), { captions: [caption] }],
    cutIntoBlocks: [
      (...given: never[]) => drain(cutIntoBlocks(...(given as unknown as [string[]]))),
      { captions: [text], size: 1 },
    ],
    fitCaptions: [fitCaptions, { captions: [text] }],
    'FitTable.parse': [FitTable.parse, { text: String(table) }],
    'table.count': [(hash: number) => table.count(hash), { hash: 1 }],
    'table.met': [(word: number) => table.met(word), { word: 1 }],
    'table.together': [(a: number, b: number) => table.together(a, b), { a: 1, b: 2 }],
    'table.pruned': [(least: number) => table.pruned(least), { least: 2 }],
    'table.with': [(other: FitTable) => table.with(other), { other: table }],
    phrasesOf: [phrasesOf, { caption: text }],
    wordsOf: [wordsOf, { caption: text }],
    mergeStats: [mergeStats, { a: stats, b: stats }],
  },
  {
    byChance: 60,
    wary: (name) => !/^(mineAll|cutIntoBlocks|fitCaptions)$/.test(name),
  },
);

test('a rewriter may throw anything, and its caller learns at which caption', async () => {
  for (const make of Object.values(wrongValues)) {
    const rewriter = () => Promise.reject(make());
    await expect(drain(createPlant({ rewriter }).mineAll([text]))).rejects.toThrow(
      'the rewriter failed on caption "1": ',
    );
  }
});

test('a rewriter may answer anything: what is no text keeps our own', async () => {
  for (const make of Object.values(wrongValues)) {
    const mined: unknown[] = [];
    for await (const each of createPlant({ rewriter: async () => make() as never }).mineAll([text]))
      mined.push(each);
    expect(mined).toHaveLength(1);
  }
});

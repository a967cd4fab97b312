import { expect, test } from 'vitest';
import type { HardNegative, Operation } from '../hard-negative';
import { createPlant } from '../plant';
import type { Rewriter } from './hooks';

const captions = [{ id: 'a', caption: 'A cat sleeps on a chair.', siblings: ['A cat near a lamp.'] }];

async function mine(rewriter: Rewriter): Promise<{ record: HardNegative; refused: number }> {
  const plant = createPlant({ rewriter, slots: ['object'] });
  const records: HardNegative[] = [];
  for await (const record of plant.mineAll(captions)) records.push(record);
  expect(records).toHaveLength(1);
  return { record: records[0]!, refused: plant.stats().refusals.rewrite };
}

test('an answer that passes takes the place of our own negative', async () => {
  const { record, refused } = await mine(async ({ caption }, siblings) => {
    expect(siblings).toEqual(['A cat near a lamp.']);
    return caption.replace('chair', 'rug');
  });
  expect(record).toMatchObject({
    id: 'a',
    negative: 'A cat sleeps on a rug.',
    operation: 'replace',
    slot: 'object',
    keyword: { text: 'chair', lemma: 'chair', start: 18, end: 23 },
    replacement: { text: 'rug', lemma: 'rug', start: 18, end: 21 },
  });
  expect(refused).toBe(0);
});

test('the article may follow', async () => {
  const { record } = await mine(async () => 'An owl sleeps on a chair.');
  expect(record).toMatchObject({
    negative: 'An owl sleeps on a chair.',
    keyword: { text: 'cat', lemma: 'cat', start: 2, end: 5 },
    replacement: { text: 'owl', start: 3, end: 6 },
  });
});

test.each([
  ['nothing changed', 'A cat sleeps on a chair.'],
  ['what looks the same', 'A kitten sleeps on a chair.'],
  ['a wider word', 'An animal sleeps on a chair.'],
  ['what a sibling names', 'A cat sleeps on a lamp.'],
  ['what the caption names', 'A cat sleeps on a cat.'],
  ['two places', 'A dog sleeps on a table.'],
  ['another sentence', 'Nothing of the sort was ever seen here by anybody.'],
  ['a word without a rating', 'A cat sleeps on a qwrtz.'],
  ['an abstract word', 'A cat sleeps on a theory.'],
  ['a person', 'A priest sleeps on a chair.'],
  ['a control character', 'A cat sleeps on a \u0000\u001b[2Jred rug.'],
  ['a turned direction', 'A cat sleeps on a \u202erug.'],
  ['nothing at all', ''],
])('%s is refused, and ours stays', async (_name, answer) => {
  const own = await mine(async () => undefined);
  const { record, refused } = await mine(async () => answer);
  expect(record).toEqual(own.record);
  expect(refused).toBe(1);
});

test('null, undefined and our own text keep ours without a refusal', async () => {
  for (const rewriter of [async () => null, async (record: HardNegative) => record.negative]) {
    expect((await mine(rewriter)).refused).toBe(0);
  }
});

test('what a rewriter throws reaches the caller', async () => {
  await expect(mine(() => Promise.reject(new Error('no model')))).rejects.toThrow('no model');
});

test('a rewriter that fails ends the run, and the error says at which caption', async () => {
  const cause = new Error('quota');
  const plant = createPlant({ rewriter: () => Promise.reject(cause) });
  const run = async () => {
    for await (const _record of plant.mineAll([{ id: 'c7', caption: 'A red dog chases a blue cat.' }]));
  };
  await expect(run()).rejects.toMatchObject({ message: 'the rewriter failed on caption "c7": quota', cause });
});

test('a negative that somebody wrote is not rewritten, and one that is loses what belonged to ours', async () => {
  const pair = [
    { id: 'a', imageId: '1', filepath: '1.jpg', caption: 'A man rides a brown horse.' },
    { id: 'b', imageId: '2', filepath: '2.jpg', caption: 'A man rides a white horse.' },
  ];
  const run = async (operations: Operation[]) => {
    const asked: string[] = [];
    const rewriter: Rewriter = async ({ id, caption }) => {
      asked.push(id);
      return caption.replace(/brown|white/, 'black');
    };
    const records: HardNegative[] = [];
    for await (const record of createPlant({ rewriter, operations }).mineAll(pair)) records.push(record);
    return { asked, records };
  };
  const natural = await run(['natural']);
  expect(natural.records.map(({ negativeFilepath }) => negativeFilepath)).toEqual(['2.jpg', '1.jpg']);
  expect(natural.asked).toEqual([]);
  const { asked, records } = await run(['replace', 'exchange']);
  expect(asked).toEqual(['a', 'b']);
  for (const record of records) {
    expect(record.negative).toBe('A man rides a black horse.');
    expect(record).not.toHaveProperty('scores');
    expect(record).not.toHaveProperty('partner');
  }
});

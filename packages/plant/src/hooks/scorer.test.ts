import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import type { PlantOptions } from '../options';
import { createPlant } from '../plant';
import type { Scorer, ScorerCandidate } from './hooks';

const captions = [
  'A black dog sleeps on a red couch.',
  'A white cat sits on a wooden chair.',
  'Two horses graze in a green field.',
  'A man holds a yellow umbrella near a bus.',
  'A bowl of soup stands on a small table.',
  'A brown bird sits on a long branch.',
  'A woman in a blue coat walks beside a bicycle.',
  'A plate with a sandwich and a red apple.',
].map((caption, i) => ({ id: `c${i}`, caption }));

async function mine(options: PlantOptions) {
  const plant = createPlant(options);
  const records: HardNegative[] = [];
  for await (const record of plant.mineAll(captions)) records.push(record);
  return { records, stats: plant.stats() };
}

/** A number of a text that has nothing to do with its order. */
const numberOf = (text: string) => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7);

test('where the policy draws an order of words, no candidate is of a less concrete word than ours', async () => {
  const options = { policy: 'weighted', temperature: 0.001 } as const;
  const own = await mine(options);
  const concretenessOf = new Map(own.records.map(({ caption, concreteness }) => [caption, concreteness]));
  const scorer: Scorer = async (candidates) => candidates.map(({ negative }) => numberOf(negative));
  const { records } = await mine({ ...options, scorer });
  expect(records.map(({ id }) => id)).toEqual(own.records.map(({ id }) => id));
  for (const { caption, concreteness } of records)
    expect(concreteness).toBeGreaterThanOrEqual(concretenessOf.get(caption)! - 0.01);
});

test('the best of at most eight candidates of a caption is taken, ours first among equals', async () => {
  const own = await mine({});
  const asked: (readonly ScorerCandidate[])[] = [];
  const scorer: Scorer = async (candidates) => {
    asked.push(candidates);
    return candidates.map(({ negative }) => numberOf(negative));
  };
  const { records, stats } = await mine({ scorer });
  expect(own.records.length).toBeGreaterThan(5);
  expect(asked.length).toBeGreaterThan(4);
  expect(records.map(({ id }) => id)).toEqual(own.records.map(({ id }) => id));
  let changed = 0;
  for (const [i, record] of records.entries()) {
    const candidates = asked.find(([first]) => first?.caption === record.caption);
    const ours = own.records[i]!;
    if (!candidates) {
      expect(record).toEqual(ours);
      continue;
    }
    expect(candidates.length).toBeGreaterThan(1);
    expect(candidates.length).toBeLessThanOrEqual(8);
    expect(candidates[0]).toEqual({
      caption: ours.caption,
      negative: ours.negative,
      keyword: ours.keyword.text,
      replacement: ours.replacement.text,
      slot: ours.slot,
      surprise: ours.scores?.surprise,
    });
    expect(new Set(candidates.map(({ negative }) => negative)).size).toBe(candidates.length);
    const best = Math.max(...candidates.map(({ negative }) => numberOf(negative)));
    expect(numberOf(record.negative)).toBe(best);
    if (record.negative !== ours.negative) changed += 1;
  }
  expect(changed).toBeGreaterThan(2);
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  expect(sum(stats.operations)).toBe(records.length);
  for (const [operation, count] of Object.entries(stats.operations)) {
    expect(records.filter((record) => record.operation === operation)).toHaveLength(count);
  }
  const even = await mine({ scorer: async (candidates) => candidates.map(() => 0) });
  expect(even.records).toEqual(own.records);
});

test('the negatives do not depend on the order in which answers come, nor on how many are asked for at a time', async () => {
  const rewriter = async ({ caption, negative }: HardNegative) =>
    numberOf(caption) % 2 ? negative : caption.replace('red', 'orange');
  const answers: Scorer = async (candidates) => candidates.map(({ negative }) => numberOf(negative));
  const first = await mine({ scorer: answers, rewriter, concurrency: 1 });
  expect(first.records.length).toBeGreaterThan(5);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 100 }), async (concurrency, salt) => {
      const late = async <T>(text: string, value: Promise<T>) => {
        await new Promise((resolve) => setTimeout(resolve, (numberOf(text) * (salt + 1)) % 7));
        return value;
      };
      const again = await mine({
        concurrency,
        scorer: (candidates) => late(candidates[0]!.caption, answers(candidates)),
        rewriter: (record) => late(record.negative, rewriter(record)),
      });
      expect(again).toEqual(first);
    }),
    { numRuns: 10 },
  );
});

test.each<[string, unknown]>([
  ['too few', [1]],
  ['no numbers', 'best'],
  ['NaN', [Number.NaN, 1, 2, 3, 4, 5, 6, 7]],
  ['infinity', Array(8).fill(Number.POSITIVE_INFINITY)],
  ['texts', Array(8).fill('1')],
  ['nothing', undefined],
])('%s: ours stays, and it is counted', async (_, answer) => {
  const own = await mine({});
  let asked = 0;
  const { records, stats } = await mine({
    scorer: async () => {
      asked += 1;
      return answer as number[];
    },
  });
  expect(records).toEqual(own.records);
  expect(asked).toBeGreaterThan(4);
  expect(stats.refusals.scorer).toBe(asked);
  expect(stats.operations).toEqual(own.stats.operations);
});

test('no more captions are asked about at a time than may be', async () => {
  let [open, most] = [0, 0];
  const scorer: Scorer = async (candidates) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 2));
    open -= 1;
    return candidates.map(() => 0);
  };
  await mine({ scorer, concurrency: 3 });
  expect(most).toBe(3);
});

test('a scorer that fails ends the run, and the error says at which caption', async () => {
  const cause = new Error('quota');
  const failed = mine({ scorer: () => Promise.reject(cause) });
  await expect(failed).rejects.toMatchObject({ message: 'the scorer failed on caption "c0": quota', cause });
});

import { useFolder } from '@slipform/kit/testing/temporary-folder';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import { resolveOptions } from '../options';
import { writeSites } from '../testing/write-sites';
import { choosePartners } from './choose-partners';
import { queryPartners } from './query-partners';

const { path } = useFolder();
const resolved = resolveOptions({ seed: 3 });
const readers = createReaders(resolved);
const options = { ...resolved, readers, slots: new Set(resolved.slots), perCaption: 2 };
let files = 0;

const sentence = fc
  .tuple(
    fc.constantFrom('a', 'The', ''),
    fc.constantFrom('red', 'blue', '', ''),
    fc.constantFrom('dog', 'cat', 'horse', 'sofa', 'couch'),
    fc.constantFrom('on a bed', 'on the street', 'on a bed'),
    fc.constantFrom('', '', ' beside a lamp', ' beside a cat'),
  )
  .map(([article, colour, thing, place, more]) =>
    `${[article, colour, thing, place].filter((word) => word !== '').join(' ')}${more}.`.trim(),
  );
/** Images by id, by file or unknown; those of a few come again and again, anywhere. */
const image = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((i) => ({ imageId: `i${i}`, filepath: `${i}.jpg` })),
  fc.integer({ min: 8, max: 9 }).map((i) => ({ filepath: `${i}.jpg` })),
  fc.constant({}),
);
const corpus = fc
  .noBias(fc.array(fc.tuple(sentence, image), { minLength: 16, maxLength: 30 }))
  .map((rows) => rows.map(([caption, of], i): FileCaption => ({ id: `c${i}`, caption, ...of })));

/** Cuts a list into parts, at places from 0 to 1. */
function cut<T>(all: readonly T[], places: readonly number[]): readonly (readonly T[])[] {
  const ends = [...places.map((place) => Math.floor(place * all.length)).sort((a, b) => a - b), all.length];
  return ends.map((end, i) => all.slice(ends[i - 1] ?? 0, end));
}

function writeAll(parts: readonly (readonly FileCaption[])[]): Promise<readonly string[]> {
  files += 1;
  return Promise.all(
    parts.map((captions, shard) =>
      writeSites(path(`sites-${files}-${shard}.parquet`), captions, { ...options, shard, batch: 3 }),
    ),
  );
}

/** All that is written of what was chosen. */
async function choose(sites: readonly string[], maxCounts?: number): Promise<readonly string[]> {
  const query = await queryPartners(sites, {
    kind: 'span',
    memory: 256,
    temporary: path('duckdb'),
    ...(maxCounts === undefined ? {} : { maxCounts }),
  });
  const lines: string[] = [];
  for await (const { caption, negatives, reason, refusals, partners } of choosePartners(
    query.asked(),
    query.meetings,
    options,
  )) {
    const chosen = partners.map(({ id }) => id);
    lines.push(
      `${JSON.stringify([caption.id, caption.caption, caption.kept, negatives, reason, refusals, chosen])}\n`,
    );
  }
  query.close();
  return lines;
}

test('any cut into site files gives what one file gives, however many counts are held', async () => {
  let pairs = 0;
  let apart = 0;
  await fc.assert(
    fc.asyncProperty(
      corpus,
      fc.noBias(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 })),
      fc.integer({ min: 1, max: 40 }),
      async (captions, places, maxCounts) => {
        const one = await writeAll([captions]);
        const whole = await choose(one);
        const parts = cut(
          captions,
          places.map((place) => place / 20),
        );
        const shards = await writeAll(parts);
        expect((await choose(shards)).join('')).toBe(whole.join(''));
        expect((await choose(shards, maxCounts)).join('')).toBe((await choose(one, maxCounts)).join(''));
        pairs += whole.filter((line) => line.includes('"negative"')).length;
        const images = parts.map((part) => new Set(part.flatMap(({ imageId }) => imageId ?? [])));
        apart += captions.filter(
          ({ imageId }) => imageId && images.filter((own) => own.has(imageId)).length > 1,
        ).length;
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
  expect(pairs).toBeGreaterThan(20);
  expect(apart).toBeGreaterThan(20);
});

test('any order of the files chooses the same partners, where ids are unique', async () => {
  const partners = (lines: readonly string[]) =>
    lines
      .map((line) => JSON.parse(line))
      .map(([id, , , , , , chosen]) => `${id}: ${chosen}`)
      .sort();
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(corpus, fc.constantFrom([2, 0, 1], [1, 0, 2], [2, 1, 0]), async (captions, order) => {
      const parts = cut(captions, [0.3, 0.7]);
      const expected = partners(await choose(await writeAll(parts)));
      const shuffled = await choose(await writeAll(order.map((part) => parts[part]!)));
      expect(partners(shuffled)).toEqual(expected);
      pairs += expected.filter((line) => !line.endsWith(': ')).length;
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(pairs).toBeGreaterThan(10);
});

test('an image with more captions than are looked at is the same one however it is cut', async () => {
  const captions = Array.from({ length: 300 }, (_, i): FileCaption => {
    const thing = ['dog', 'cat', 'horse', 'lamp', 'bicycle', 'umbrella'][i % 6];
    return {
      id: `c${i}`,
      caption: `A ${thing} number ${i} on a bed.`,
      imageId: i % 10 === 9 ? `j${i}` : 'one',
    };
  });
  const whole = await choose(await writeAll([captions]));
  expect((await choose(await writeAll(cut(captions, [0.4, 0.95])))).join('')).toBe(whole.join(''));
});

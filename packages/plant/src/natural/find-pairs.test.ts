import { useFolder } from '@slipform/kit/testing/temporary-folder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import { resolveOptions } from '../options';
import { eachCompanion } from '../reading/companions';
import { readCaption } from '../reading/read-caption';
import { createSiblingReader } from '../reading/siblings';
import { writeSites } from '../testing/write-sites';
import { choosePartners, type PairedCaption } from './choose-partners';
import { Meetings } from './meetings';
import { createPartnerChecks, type Side } from './partner-checks';
import { type PartnerKind, queryPartners } from './query-partners';
import { surroundingsOf } from './site-key';
import { sitesOf } from './site-rows';

const { path } = useFolder();
const resolved = resolveOptions({ seed: 3 });
const readers = createReaders(resolved);
const slots = new Set(resolved.slots);
const options = { ...resolved, readers, slots };
/** So many partners are asked for one site. */
const maxTries = 8;
let files = 0;

function write(captions: readonly FileCaption[], batch = 4, shard = 0): Promise<string> {
  files += 1;
  return writeSites(path(`sites-${files}.parquet`), captions, { ...options, batch, shard });
}

async function choose(
  sites: readonly string[],
  more: { perCaption?: number; kind?: PartnerKind } = {},
): Promise<readonly PairedCaption[]> {
  const query = await queryPartners(sites, {
    kind: more.kind ?? 'span',
    memory: 256,
    temporary: path('duckdb'),
  });
  const found: PairedCaption[] = [];
  for await (const one of choosePartners(query.asked(), query.meetings, { ...options, ...more })) {
    found.push(one);
  }
  query.close();
  return found;
}

const find = async (captions: readonly FileCaption[], more = {}) => choose([await write(captions)], more);

/** What was chosen, in the order of the ids. */
const partnersOf = (found: readonly PairedCaption[]) =>
  found.map(({ caption, negatives }) => `${caption.id}: ${negatives.map(({ partner }) => partner)}`).sort();

const things = 'dog cat horse sofa couch'.split(' ');
const places = 'bed street'.split(' ');
const articles = ['a', 'the', 'A', ''];
const sentence = fc
  .tuple(
    fc.constantFrom(...articles),
    fc.constantFrom('red', 'blue', '', ''),
    fc.constantFrom(...things),
    fc.constantFrom('on', 'on', 'under'),
    fc.constantFrom(...articles),
    fc.constantFrom(...places),
    fc.constantFrom('', '.'),
  )
  .map(([first, colour, thing, relation, second, place, stop]) => {
    const words = [first, colour, thing, relation, second, place];
    return `${words.filter((word) => word !== '').join(' ')}${stop}`;
  });
/** Captions of images that have one to three. */
const corpus = fc
  .array(fc.tuple(sentence, fc.integer({ min: 0, max: 2 })), { minLength: 6, maxLength: 24 })
  .map((rows) => {
    let image = 0;
    return rows.map(([caption, step], i): FileCaption => {
      image += step === 0 ? 0 : 1;
      return { id: `c${i}`, caption, imageId: `i${image}`, filepath: `${image}.jpg` };
    });
  });

/**
 * All captions that may be a caption's partner, by looking at each two; `even` are those that meet it where no word has
 * more than half of the sites. Elsewhere the many don't all get one of the few (partners.sql).
 */
function naive(
  captions: readonly FileCaption[],
): ReadonlyMap<string, { readonly all: ReadonlySet<string>; readonly even: ReadonlySet<string> }> {
  const siblingsOf = createSiblingReader(readers.words.formOf);
  const sides = captions.map((caption) => {
    const reading = readCaption(caption.caption, readers.reader);
    const image = captions.filter(({ imageId }) => imageId === caption.imageId).map((one) => one.caption);
    const siblings = siblingsOf(image, caption.caption);
    return {
      caption,
      reading,
      sides: sitesOf(reading, slots).map((span) => ({ reading, span, siblings })),
    };
  });
  const images = [...new Set(captions.map(({ imageId }) => imageId))];
  const meetings = new Meetings(images.length);
  for (const image of images) {
    const words = new Set<number>();
    for (const { caption, reading } of sides) {
      if (caption.imageId === image) eachCompanion(reading, (word) => words.add(word));
    }
    for (const one of words) {
      meetings.add(1, one);
      for (const other of words) if (one < other) meetings.add(1, one, other);
    }
  }
  const checks = createPartnerChecks(readers, meetings);
  const circleOf = ({ reading, span }: Side) => `${span.slot}\n${surroundingsOf(reading.tokens, span)}`;
  const circles = new Map<string, string[]>();
  for (const site of sides.flatMap((one) => one.sides)) {
    const circle = circleOf(site);
    circles.set(circle, [...(circles.get(circle) ?? []), site.span.lemma]);
  }
  const isEven = (site: Side) => {
    const words = circles.get(circleOf(site))!;
    return words.every((word) => 2 * words.filter((other) => other === word).length <= words.length);
  };
  return new Map(
    sides.map((one) => {
      const all = new Set<string>();
      const even = new Set<string>();
      for (const other of sides) {
        if (one.caption.imageId === other.caption.imageId) continue;
        for (const a of one.sides) {
          for (const b of other.sides) {
            if (circleOf(a) !== circleOf(b) || checks.span(a, b) !== undefined) continue;
            all.add(other.caption.id);
            if (isEven(a)) even.add(other.caption.id);
          }
        }
      }
      return [one.caption.id, { all, even }];
    }),
  );
}

test('finds what looking at each two captions finds', async () => {
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(corpus, async (captions) => {
      const possible = naive(captions);
      const byId = new Map(captions.map((caption) => [caption.id, caption]));
      for (const { caption, negatives, reason } of await find(captions, { perCaption: 3 })) {
        const own = possible.get(caption.id)!;
        for (const { partner, negative, negativeFilepath, keyword, replacement, ...record } of negatives) {
          pairs += 1;
          expect(own.all).toContain(partner);
          expect(negative).toBe(byId.get(partner!)!.caption);
          expect(negativeFilepath).toBe(byId.get(partner!)!.filepath);
          expect(record.filepath).toBe(caption.filepath);
          expect(caption.caption.slice(keyword.start, keyword.end)).toBe(keyword.text);
          expect(negative.slice(replacement.start, replacement.end)).toBe(replacement.text);
          expect(record.operation).toBe('natural');
        }
        expect(new Set(negatives.map(({ negative }) => negative)).size).toBe(negatives.length);
        expect(reason === undefined).toBe(negatives.length > 0);
        // A larger group is not looked through to its end.
        if (own.even.size > 0 && captions.length <= maxTries) expect(negatives.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
  expect(pairs).toBeGreaterThan(20);
});

test('any order, any row groups and any number of site files choose the same partners', async () => {
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(corpus, fc.integer({ min: 0, max: 1000 }), async (captions, seed) => {
      const expected = partnersOf(await find(captions));
      pairs += expected.filter((line) => !line.endsWith(': ')).length;
      const images = [...new Set(captions.map(({ imageId }) => imageId))].sort(
        (a, b) => ((Number(a!.slice(1)) * 7919 + seed) % 101) - ((Number(b!.slice(1)) * 7919 + seed) % 101),
      );
      const shuffled = images.flatMap((image) => captions.filter(({ imageId }) => imageId === image));
      expect(partnersOf(await find(shuffled))).toEqual(expected);
      expect(partnersOf(await choose([await write(captions, 100)]))).toEqual(expected);
      const cut = images.slice(0, images.length >> 1);
      const shards = [true, false].map((isFirst) =>
        captions.filter(({ imageId }) => cut.includes(imageId) === isFirst),
      );
      const sites = await Promise.all(shards.map((shard, i) => write(shard, 4, i)));
      expect(partnersOf(await choose(sites))).toEqual(expected);
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(pairs).toBeGreaterThan(20);
});

const own = (...captions: readonly string[]) =>
  captions.map(
    (caption, i): FileCaption => ({ id: String(i + 1), caption, imageId: `i${i}`, filepath: `${i}.jpg` }),
  );

test.each([
  ['articles, case and the full stop aside', ['A dog on a bed.', 'the cat on bed'], ['1: 2', '2: 1']],
  ['synonyms are not partners', ['A couch in a room.', 'A sofa in a room.'], ['1: ', '2: ']],
  ['nor are two differences', ['A dog on a bed.', 'A cat on a sofa.'], ['1: ', '2: ']],
  ['nor a kind of it', ['A dog on a bed.', 'An animal on a bed.'], ['1: ', '2: ']],
  ['nor equal captions', ['A dog on a bed.', 'A dog on a bed.'], ['1: ', '2: ']],
  ['nor attributes that may both be true', ['A red chair.', 'A wooden chair.'], ['1: ', '2: ']],
  ['attributes', ['A red chair in a room.', 'A blue chair in a room.'], ['1: 2', '2: 1']],
  ['nor two spellings', ['A red T-shirt.', 'A red TShirt.'], ['1: ', '2: ']],
  ['nor what is no thing', ['A view of the night.', 'A view of the street.'], ['1: ', '2: ']],
  ['nor captions of a gun', ['A man with a gun and a dog.', 'A man with a gun and a cat.'], ['1: ', '2: ']],
])('%s', async (_, captions, expected) => {
  expect(partnersOf(await find(own(...captions)))).toEqual(expected);
});

test('a caption is no partner of one of its image, nor of one whose other caption names its word', async () => {
  const together = own('A dog on a bed.', 'A cat on a bed.').map((one) => ({ ...one, imageId: 'one' }));
  expect(partnersOf(await find(together))).toEqual(['1: ', '2: ']);
  const [dog, cat] = own('A dog on a bed.', 'A cat on a bed.') as [FileCaption, FileCaption];
  const sibling = { id: '3', caption: 'Two pets, a cat and a dog, sleep.', imageId: dog.imageId! };
  expect(partnersOf(await find([dog, sibling, cat]))).toEqual(['1: ', '2: ', '3: ']);
});

test('no caption is a negative much more often than it occurs', async () => {
  const captions = own(
    ...Array.from({ length: 60 }, () => 'A dog on a bed.'),
    ...Array.from({ length: 50 }, () => 'A cat on a bed.'),
    ...Array.from({ length: 10 }, () => 'A horse on a bed.'),
  );
  const uses = new Map<string, number>();
  for (const { negatives } of await find(captions)) {
    expect(negatives.length).toBe(1);
    const { partner } = negatives[0]!;
    uses.set(partner!, (uses.get(partner!) ?? 0) + 1);
  }
  expect([...uses.values()].every((count) => count === 1)).toBe(true);
  expect(uses.size).toBe(120);
});

describe('the same words in another order', () => {
  const found = (captions: readonly FileCaption[]) => find(captions, { kind: 'word-order' });
  test.each([
    ['who does it to whom', ['A dog chasing a cat.', 'The cat chasing a dog'], ['1: 2', '2: 1']],
    ['attribute binding', ['A red car and a blue bus.', 'A blue car and a red bus.'], ['1: 2', '2: 1']],
    ['not a list', ['A dog and a cat on a bed.', 'A cat and a dog on a bed.'], ['1: ', '2: ']],
    ['not two that look at each other', ['A dog facing a cat.', 'A cat facing a dog.'], ['1: ', '2: ']],
    ['whole names', ['A red car under a blue bus.', 'A blue bus under a red car.'], ['1: 2', '2: 1']],
    ['no whole names of a list', ['A red car and a blue bus.', 'A blue bus and a red car.'], ['1: ', '2: ']],
    [
      'nor where the rest of both is one word',
      ['A red car and a blue car.', 'A blue car and a red car.'],
      ['1: ', '2: '],
    ],
    [
      'parts of names, whatever the reader takes them for',
      ['A check copy and a plus file', 'a plus copy and a check file'],
      ['1: 2', '2: 1'],
    ],
    ['last parts', ['Copy check and file plus', 'Copy plus and file check'], ['1: 2', '2: 1']],
    [
      'words that the reader takes for prepositions',
      ['Off copy next to on file', 'On copy next to off file'],
      ['1: 2', '2: 1'],
    ],
    [
      'in sentences',
      [
        'a copy with a check sign and a file with a plus sign',
        'a copy with a plus sign and a file with a check sign',
      ],
      ['1: 2', '2: 1'],
    ],
    ['not what may be said of both', ['An old cat and dog.', 'An old dog and cat.'], ['1: ', '2: ']],
    ['nor of the other as well', ['An old cat and a dog.', 'An old dog and a cat.'], ['1: ', '2: ']],
    [
      'not what is with a third one',
      ['Many bells near a port with many stars.', 'Many stars near a port with many bells.'],
      ['1: ', '2: '],
    ],
    [
      'not with attributes that all may be true',
      ['An old cat and a white dog.', 'An old dog and a white cat.'],
      ['1: ', '2: '],
    ],
    [
      'first parts before words that are no nouns to the tagger',
      ['clipboard plus and database sync', 'database plus and clipboard sync'],
      ['1: 2', '2: 1'],
    ],
    [
      'what goes with whom',
      ['A cat with a bell and a dog with a bow.', 'A cat with a bow and a dog with a bell.'],
      ['1: 2', '2: 1'],
    ],
    [
      'not what is done at once',
      ['A man riding skis while flying by.', 'A man flying by while riding skis.'],
      ['1: ', '2: '],
    ],
    [
      'not "some" and "many"',
      ['Some boats near many buildings.', 'Many boats near some buildings.'],
      ['1: ', '2: '],
    ],
    [
      'nor attributes of two scales, which may all be true',
      ['An orderly copy and a green file.', 'A green copy and an orderly file.'],
      ['1: ', '2: '],
    ],
    ['no kinds', ['A round vehicle and a flat car.', 'A round car and a flat vehicle.'], ['1: ', '2: ']],
    [
      'no words of one meaning',
      ['A big copy and a large file.', 'A large copy and a big file.'],
      ['1: ', '2: '],
    ],
    [
      'no colours of persons',
      ['A black man left of a white horse.', 'A white man left of a black horse.'],
      ['1: ', '2: '],
    ],
    [
      'nothing that is said again',
      ['A check copy and a plus file by a plus', 'A plus copy and a check file by a plus'],
      ['1: ', '2: '],
    ],
    ['not other words', ['A dog chasing a cat.', 'A cat chasing a horse.'], ['1: ', '2: ']],
    ['not the same order', ['A dog chasing a cat.', 'The dog chasing the cat'], ['1: ', '2: ']],
    ['no gun', ['A gun chasing a cat.', 'A cat chasing a gun.'], ['1: ', '2: ']],
  ])('%s', async (_, captions, expected) => {
    expect(partnersOf(await found(own(...captions)))).toEqual(expected);
  });

  test('not of one image, nor where another caption of the image says it', async () => {
    const [dog, cat] = own('A dog chasing a cat.', 'A cat chasing a dog.') as [FileCaption, FileCaption];
    expect(partnersOf(await found([dog, { ...cat, imageId: dog.imageId! }]))).toEqual(['1: ', '2: ']);
    const also = { id: '3', caption: 'the cat chasing the dog', imageId: dog.imageId! };
    const [first] = await found([dog, also, cat]);
    expect([first!.reason, first!.refusals]).toEqual(['refused', ['natural/said']]);
  });

  test('the record has both spans of both captions', async () => {
    const [{ negatives } = { negatives: [] }] = await found(
      own('A dog chasing a cat.', 'The cat chasing a dog'),
    );
    expect(negatives).toMatchObject([
      {
        operation: 'natural',
        slot: 'object',
        caption: 'A dog chasing a cat.',
        negative: 'The cat chasing a dog',
        keyword: { text: 'dog', start: 2, end: 5 },
        replacement: { text: 'cat', start: 4, end: 7 },
        keyword2: { text: 'cat', start: 16, end: 19 },
        replacement2: { text: 'dog', start: 18, end: 21 },
        instruction: 'swap the dog and the cat',
        negativeFilepath: '1.jpg',
      },
    ]);
  });
});

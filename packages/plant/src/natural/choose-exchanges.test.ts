import { readFileSync } from 'node:fs';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import { resolveOptions } from '../options';
import { safetyFault } from '../testing/safety-fault';
import { writeSites } from '../testing/write-sites';
import { chooseExchanges } from './choose-exchanges';
import type { PairedCaption } from './choose-partners';
import { queryPartners } from './query-partners';

const { path } = useFolder();
const resolved = resolveOptions({ seed: 3 });
const options = { ...resolved, readers: createReaders(resolved), slots: new Set(resolved.slots) };

async function find(captions: readonly FileCaption[], more: { perCaption?: number } = {}) {
  const file = await writeSites(path('sites.parquet'), captions, options);
  const query = await queryPartners([file], { kind: 'exchange', memory: 256, temporary: path('duckdb') });
  const found: PairedCaption[] = [];
  for await (const one of chooseExchanges(() => query.asked(), { ...options, ...more })) found.push(one);
  query.close();
  return found;
}

const own = (captions: readonly string[]) =>
  captions.map((caption, i): FileCaption => ({ id: `${i}`, caption, imageId: `i${i}` }));

const cars = ['A red car and a blue bus.', 'The blue car in a street.', 'Two men by a red bus.'];

/** What the first of the captions comes to; an empty text for nothing. */
const rows: readonly (readonly [of: string, captions: readonly string[], negative: string])[] = [
  ['both results are said', cars, 'A blue car and a red bus.'],
  ['one is not', cars.slice(0, 2), ''],
  [
    'words whose part of speech nobody knows',
    ['a copy check and file plus', 'file check', 'a copy plus', 'x'],
    'a file check and copy plus',
  ],
  [
    'an article and a capital',
    ['An open box above a closed door.', 'closed box', 'an open door'],
    'A closed box above an open door.',
  ],
  [
    'parts of two words',
    ['A polka dot tie with a baseball shirt.', 'a baseball tie', 'a polka dot shirt'],
    'A baseball tie with a polka dot shirt.',
  ],
  ['what comes before', ['a big red car and a blue bus', 'blue car', 'red bus'], ''],
  [
    'what comes before, said too',
    ['a big red car and a blue bus', 'big blue car', 'red bus'],
    'a big blue car and a red bus',
  ],
  [
    'whole names on sides',
    ['a bell left of a cloud', 'a cloud left of a key', 'a key left of a bell'],
    'a cloud left of a bell',
  ],
  ['no whole names of a list', ['a bell and a cloud', 'a cloud and a key', 'a key and a bell'], ''],
  ['nor on each other', ['a bus on a street', 'a street on a key', 'a key on a bus'], ''],
  ['no deeds', ['A man sitting on a bed smiling.', 'A bed sitting there.', 'A man smiling.'], ''],
  ['of one scale', ['a large bus on a city street', 'a city bus', 'a large street'], ''],
  ['no colour of a person', ['A black man and a white horse.', 'a white man', 'a black horse'], ''],
];

test.each(rows)('%s: %j → %j', async (_of, captions, negative) => {
  const [first] = await find(own(captions));
  expect(first!.negatives.map((record) => record.negative)).toEqual(negative === '' ? [] : [negative]);
  expect(first!.reason === undefined).toBe(negative !== '');
});

test('captions of the image itself attest nothing, and what one of them says is no negative', async () => {
  const together = own(cars).map((one, i) => (i < 2 ? { ...one, imageId: 'one' } : one));
  expect((await find(together))[0]!.negatives).toEqual([]);
  const said = [...own(cars), { id: '3', caption: 'a blue car and the red bus', imageId: 'i0' }];
  expect((await find(said))[0]!.refusals).toEqual(['natural/said']);
});

test('the record is that of a swap, without a partner', async () => {
  const [{ negatives } = { negatives: [] }] = await find(own(cars));
  expect(negatives).toMatchObject([
    {
      operation: 'swap',
      slot: 'attribute',
      keyword: { text: 'red', start: 2, end: 5 },
      replacement: { text: 'blue', start: 2, end: 6 },
      keyword2: { text: 'blue', start: 16, end: 20 },
      replacement2: { text: 'red', start: 17, end: 20 },
      instruction: 'make the car blue and the bus red',
    },
  ]);
  expect(negatives[0]).not.toHaveProperty('partner');
});

test('of the sentences that need care nothing comes that must not', async () => {
  const sentences = readFileSync(new URL('../../fixtures/safety.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string]);
  const never = new Map(sentences);
  // Each beside a thing with an attribute of its own, and all that an exchange would need is said elsewhere.
  const captions = sentences.map(
    ([caption]) => `${caption.replace(/\.$/, '')} and a blue bus and a red car.`,
  );
  const words = [...new Set(captions.flatMap((caption) => caption.toLowerCase().match(/[a-z]+/g) ?? []))];
  const witnesses = words.flatMap((word) => [`${word} bus`, `${word} car`, `blue ${word}`, `red ${word}`]);
  const found = await find(own([...captions, 'a blue car', 'a red bus', ...witnesses]), { perCaption: 4 });
  const negatives = found.flatMap((one) => one.negatives);
  expect(negatives.length).toBeGreaterThan(50);
  const faults = negatives.flatMap((record) => {
    const caption = record.caption.replace(' and a blue bus and a red car', '');
    const fault = safetyFault(record, never.get(caption));
    return fault ? [`${fault}: ${record.caption} → ${record.negative}`] : [];
  });
  expect(faults).toEqual([]);
});

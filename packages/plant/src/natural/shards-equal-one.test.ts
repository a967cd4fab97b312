import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import { resolveOptions } from '../options';
import { groupSitesFile } from '../run/group-sites-file';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { choosePartners, type PairedCaption } from './choose-partners';
import { openGrouped, partnersFileOf } from './grouped-hashes';
import { hashCaptions } from './hash-captions';
import { HashFiles } from './hash-files';
import type { Table } from './hash-tables';
import { type JoinedHashes, joinHashes } from './join-hashes';

const { path } = useTemporaryFolder();
const resolved = resolveOptions({ seed: 3 });
const readers = createReaders(resolved, () => {});
const options = { ...resolved, readers, slots: new Set(resolved.slots), perCaption: 2 };
let folders = 0;

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
  fc.integer({ min: 0, max: 7 }).map((i) => ({ imageId: `i${i}`, filepath: `${i}.jpg` })),
  fc.integer({ min: 8, max: 11 }).map((i) => ({ filepath: `${i}.jpg` })),
  fc.constant({}),
);
const corpus = fc
  .noBias(fc.array(fc.tuple(sentence, image), { minLength: 6, maxLength: 30 }))
  .map((rows) => rows.map(([caption, of], i): FileCaption => ({ id: `c${i}`, caption, ...of })));

/** Cuts a list into parts, at places from 0 to 1. */
function cut<T>(all: readonly T[], places: readonly number[]): readonly (readonly T[])[] {
  const ends = [...places.map((place) => Math.floor(place * all.length)).sort((a, b) => a - b), all.length];
  return ends.map((end, i) => all.slice(ends[i - 1] ?? 0, end));
}

async function hash(captions: readonly FileCaption[], shard: number, of: number, packs: boolean) {
  folders += 1;
  const files = new HashFiles(path(`hashes-${folders}`), { number: shard, of, input: '' });
  async function* batches() {
    for (let at = 0; at < captions.length; at += 3) yield captions.slice(at, at + 3);
  }
  const state = await hashCaptions(batches(), files, {
    ...options,
    fingerprint: {},
    resume: false,
    held: 9,
    shard,
  });
  if (packs) await files.pack({}, state);
  return files;
}

const hashAll = (parts: readonly (readonly FileCaption[])[], packs: boolean) =>
  Promise.all(parts.map((captions, shard) => hash(captions, shard, parts.length, packs)));

function workFolder(): string {
  folders += 1;
  mkdirSync(path(`work-${folders}`));
  return path(`work-${folders}`);
}

/** All that is written of what was chosen. */
const bytesOf = (found: Iterable<PairedCaption>) =>
  [...found].map(
    ({ caption: { id, caption, kept }, records, reason, refusals, partners }) =>
      `${JSON.stringify([id, caption, kept, records, reason, refusals, partners.map((one) => one.caption.id)])}\n`,
  );

function choose(joined: JoinedHashes): readonly string[] {
  try {
    return bytesOf(choosePartners(joined, options));
  } finally {
    joined.close();
  }
}

function joinAll(shards: readonly HashFiles[]): readonly string[] {
  return choose(joinHashes(shards, workFolder(), { held: 4 }));
}

const linesOf = (shards: readonly HashFiles[], table: Table) =>
  shards.flatMap(({ folder }) =>
    readFileSync(join(folder, `${table}.tsv`), 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );
const asText = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

/** The step between as an engine does it, in so many parts of the keys. */
async function groupAll(shards: readonly HashFiles[], parts: number): Promise<string> {
  const folder = workFolder();
  mkdirSync(join(folder, 'partners'));
  mkdirSync(join(folder, 'words'));
  const rows: string[] = [];
  for (let part = 0; part < parts; part += 1) {
    const own = linesOf(shards, 'sites').filter(
      (line) => Number.parseInt(line.slice(0, 8), 16) % parts === part,
    );
    writeFileSync(join(folder, 'sites'), asText(own.sort()));
    await groupSitesFile(join(folder, 'sites'), { output: join(folder, 'rows'), force: true });
    rows.push(...readFileSync(join(folder, 'rows'), 'utf8').split('\n'));
  }
  for (const shard of shards.keys()) {
    const name = String(shard).padStart(6, '0');
    const own = rows.filter((line) => line.startsWith(`${name}\t`)).sort();
    writeFileSync(partnersFileOf(folder, shard), asText(own));
  }
  const sums = new Map<string, number>();
  for (const line of linesOf(shards, 'words')) {
    const [word, count] = line.split('\t');
    sums.set(word!, (sums.get(word!) ?? 0) + Number(count));
  }
  const words = [...sums].map(([word, sum]) => `${word}\t${String(sum).padStart(10, '0')}`).reverse();
  writeFileSync(join(folder, 'words', 'part-0'), asText(words.slice(0, 5)));
  writeFileSync(join(folder, 'words', 'part-1'), asText(words.slice(5)));
  writeFileSync(join(folder, 'words', '_SUCCESS'), '');
  const images = linesOf(shards, 'images');
  const again = images.filter((line) =>
    images.some((one) => one !== line && one.startsWith(line.slice(0, 16))),
  );
  writeFileSync(join(folder, 'images.tsv'), asText(again.reverse()));
  return folder;
}

async function chooseGrouped(shards: readonly HashFiles[], parts: number): Promise<readonly string[]> {
  const joined = await openGrouped(shards, await groupAll(shards, parts), workFolder());
  try {
    // One task a shard.
    return [...shards.keys()].flatMap((shard) => bytesOf(choosePartners(joined, options, [shard])));
  } finally {
    joined.close();
  }
}

test('any cut into shards gives what one process gives over all, joined by us or grouped by an engine', async () => {
  let pairs = 0;
  let apart = 0;
  await fc.assert(
    fc.asyncProperty(
      corpus,
      fc.noBias(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 })),
      fc.integer({ min: 1, max: 3 }),
      async (captions, places, keyParts) => {
        const whole = joinAll(await hashAll([captions], false));
        const parts = cut(
          captions,
          places.map((place) => place / 20),
        );
        const shards = await hashAll(parts, true);
        expect(joinAll(shards).join('')).toBe(whole.join(''));
        expect((await chooseGrouped(shards, keyParts)).join('')).toBe(whole.join(''));
        pairs += whole.filter((line) => line.includes('"negative"')).length;
        const images = parts.map((part) => new Set(part.flatMap(({ imageId }) => imageId ?? [])));
        apart += captions.filter(
          ({ imageId }) => imageId && images.filter((own) => own.has(imageId)).length > 1,
        ).length;
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  expect(pairs).toBeGreaterThan(20);
  expect(apart).toBeGreaterThan(20);
});

test('any order of the shards chooses the same partners, where ids are unique', async () => {
  const partners = (lines: readonly string[]) =>
    lines
      .map((line) => JSON.parse(line))
      .map(([id, , , , , , chosen]) => `${id}: ${chosen}`)
      .sort();
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(corpus, fc.constantFrom([2, 0, 1], [1, 0, 2], [2, 1, 0]), async (captions, order) => {
      const parts = cut(captions, [0.3, 0.7]);
      const expected = partners(joinAll(await hashAll(parts, false)));
      const shuffled = joinAll(
        await hashAll(
          order.map((part) => parts[part]!),
          true,
        ),
      );
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
  const whole = joinAll(await hashAll([captions], false));
  expect(joinAll(await hashAll(cut(captions, [0.4, 0.95]), true)).join('')).toBe(whole.join(''));
});

test('what an engine did wrong is an error that says so', async () => {
  const shards = await hashAll(
    cut(
      ['A dog on a bed.', 'A cat on a bed.', 'A horse on a bed.'].map((caption, i) => ({
        id: `${i}`,
        caption,
      })),
      [0.5],
    ),
    true,
  );
  const folder = await groupAll(shards, 1);
  const attempt = async () => {
    const joined = await openGrouped(shards, folder, workFolder());
    try {
      return bytesOf(choosePartners(joined, options));
    } finally {
      joined.close();
    }
  };
  const whole = await attempt();
  expect(whole.filter((line) => line.includes('"negative"')).length).toBeGreaterThan(0);
  const [first] = [partnersFileOf(folder, 0)];
  const rows = readFileSync(first, 'utf8');
  writeFileSync(first, rows.repeat(2));
  await expect(attempt()).rejects.toThrow('sorted by their bytes, each once; sort them with LC_ALL=C.');
  writeFileSync(first, rows.replaceAll('\t', ' '));
  await expect(attempt()).rejects.toThrow('holds a line that is no row of partners');
  writeFileSync(first, rows.replace(/^(\d+)\t\d+/, '$1\t00000000001'));
  await expect(attempt()).rejects.toThrow('lacks captions that partners were found for');
  rmSync(first);
  await expect(attempt()).rejects.toThrow('is missing: it holds the rows of pairs --group of shard 0');
  writeFileSync(first, rows);
  writeFileSync(join(folder, 'images.tsv'), 'no row\n');
  await expect(attempt()).rejects.toThrow('images.tsv line 1 is no row of images');
  rmSync(join(folder, 'images.tsv'));
  await expect(attempt()).rejects.toThrow('has neither images.tsv nor a folder images');

  const sites = linesOf(shards, 'sites').sort();
  const group = (lines: readonly string[]) => {
    writeFileSync(path('sites'), asText(lines));
    return groupSitesFile(path('sites'), { output: path('rows'), force: true });
  };
  expect((await group(sites)).members).toBeGreaterThan(0);
  await expect(group(sites.toReversed())).rejects.toThrow('rows of sites must be sorted by their bytes');
  await expect(group([...sites, sites.at(-1)!])).rejects.toThrow('a row of sites comes twice');
  await expect(group([...sites, 'ffff'])).rejects.toThrow(`line ${sites.length + 1} is no row of sites`);
});

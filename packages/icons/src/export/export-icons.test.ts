import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileBytes } from '@slipform/kit/files/file-bytes';
import { readSamples, type Sample } from '@slipform/kit/formats/read-samples';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readIconSet } from '../corpus/read-icon-set';
import { exportIcons } from './export-icons';

/** Squares, circles and bars, so that no two are alike; `broken` names a picture of elsewhere and is not drawn. */
function setOf(prefix: string, author: string, names: readonly string[], licence = 'MIT') {
  const body = (at: number) => `<path fill="currentColor" d="M0 0h${at + 2}v${2 * at + 1}H${at}z"/>`;
  return readIconSet(
    {
      prefix,
      info: {
        name: `Set ${prefix}`,
        author: { name: author, url: `https://${prefix}.test` },
        license: { title: licence, spdx: licence, url: `https://${prefix}.test/licence` },
      },
      icons: Object.fromEntries(names.map((name, at) => [name, { body: body(at) }])),
      aliases: { [`${names[0]}-again`]: { parent: names[0] } },
      width: 24,
      height: 24,
    },
    { version: '1.2.3' },
  );
}

const first = setOf('one', 'Ada', ['bell-off', 'bell-on', 'cloud-off', 'cloud', 'sun-small', 'sun-large']);
const second = setOf('two', 'Bo', ['red-house', 'blue-house', 'tree']);
const unused = setOf('three', 'Cy', ['moon'], 'Apache-2.0');
const corpus = { sets: [first, second, unused], icons: [...first.icons, ...second.icons] };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-icons-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inside = (...path: string[]) => join(folder, ...path);
const json = (...path: string[]) => JSON.parse(readFileSync(inside(...path), 'utf8'));

async function samplesOf(...files: string[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const file of files) {
    for await (const sample of readSamples(fileBytes(file), { name: file, hold: 'everything' })) {
      expect(sample.problems).toEqual([]);
      samples.push(sample);
    }
  }
  return samples;
}

const member = (sample: Sample, extension: string) =>
  sample.members.find((one) => one.extension === extension)?.bytes;

test('winoground: a line for each pair, with the pictures that it names', async () => {
  await exportIcons(corpus, { folder: inside('wino'), format: 'winoground', size: 16, limit: 3 });
  const lines = readFileSync(inside('wino', 'examples.jsonl'), 'utf8').trim().split('\n');
  const rows = lines.map((line) => JSON.parse(line));
  expect(rows.map(({ id }) => id)).toEqual([0, 1, 2]);
  for (const row of rows) {
    expect(existsSync(inside('wino', 'images', `${row.image_0}.png`))).toBe(true);
    expect(existsSync(inside('wino', 'images', `${row.image_1}.png`))).toBe(true);
    expect(row.caption_0.split(' ')[row.slot]).toBe(row.words[0]);
    expect(row.caption_1.split(' ')[row.slot]).toBe(row.words[1]);
  }
});

test('coco: captions of each picture, and the licence of each', async () => {
  const options = { format: 'coco', size: 16, captions: 'all' } as const;
  await exportIcons(corpus, { folder: inside('coco'), ...options });
  const { images, annotations, licenses } = json('coco', 'captions.json');
  expect(images).toHaveLength(9);
  const bell = images.find(({ icon }: { icon: string }) => icon === 'one:bell-off');
  const captions = annotations.filter((row: { image_id: number }) => row.image_id === bell.id);
  expect(captions.map(({ caption }: { caption: string }) => caption)).toEqual(['bell off', 'bell off again']);
  expect(licenses.find(({ id }: { id: number }) => id === bell.license).url).toBe('https://one.test/licence');
  expect(existsSync(inside('coco', 'images', bell.file_name))).toBe(true);
});

describe('webdataset', () => {
  test('shards of so many samples, each with picture, caption and who drew it', async () => {
    const options = { format: 'webdataset', size: 16, shardSize: 4 } as const;
    const summary = await exportIcons(corpus, { folder: inside('shards'), ...options });
    expect(summary).toMatchObject({ icons: 9, shards: 3 });
    const names = readdirSync(inside('shards')).filter((name) => name.endsWith('.tar'));
    expect(names.sort()).toEqual(['icons-000000.tar', 'icons-000001.tar', 'icons-000002.tar']);
    const samples = await samplesOf(...names.map((name) => inside('shards', name)));
    expect(samples).toHaveLength(9);
    const bell = samples.find(({ key }) => key === 'one_bell-off')!;
    expect(member(bell, 'txt')!.toString()).toBe('bell off');
    expect(JSON.parse(member(bell, 'json')!.toString())).toMatchObject({
      id: 'one:bell-off',
      artist: 'Ada',
      licence: 'MIT',
      licenceUrl: 'https://one.test/licence',
      aliases: ['bell off again'],
    });
    expect(decode(member(bell, 'png')!)).toMatchObject({ width: 16, channels: 1 });
  });

  test('the seed fixes every byte, and the order', async () => {
    const bytes = async (name: string, seed: number) => {
      await exportIcons(corpus, { folder: inside(name), format: 'webdataset', size: 16, seed });
      return readFileSync(inside(name, 'icons-000000.tar'));
    };
    const [once, again, other] = [await bytes('once', 1), await bytes('again', 1), await bytes('other', 2)];
    expect(once.equals(again)).toBe(true);
    expect(once.equals(other)).toBe(false);
  });

  test('a sample carries the other icon of a minimal pair where it has one', async () => {
    const options = { format: 'webdataset', size: 16, negatives: true } as const;
    const { negatives } = await exportIcons(corpus, { folder: inside('negatives'), ...options });
    const samples = await samplesOf(inside('negatives', 'icons-000000.tar'));
    const byKey = new Map(samples.map((sample) => [sample.key, sample]));
    const withNegative = samples.filter((sample) => member(sample, 'neg_caption') !== undefined);
    expect(withNegative.map(({ key }) => key).sort()).toEqual([
      'one_bell-off',
      'one_bell-on',
      'one_cloud-off',
      'one_sun-large',
      'one_sun-small',
      'two_blue-house',
      'two_red-house',
    ]);
    expect(negatives).toBe(7);
    const red = byKey.get('two_red-house')!;
    expect(member(red, 'neg_caption')!.toString()).toBe('blue house');
    expect(member(red, 'neg_png')!.equals(member(byKey.get('two_blue-house')!, 'png')!)).toBe(true);
  });
});

test('an icon that is not drawn is left out with its pairs, and named', async () => {
  const [bell, ...others] = first.icons;
  const broken = { ...bell!, body: '<path fill="none" d="M0 0"/>' };
  const icons = [broken, ...others];
  const seen: string[] = [];
  const options = { size: 16, onSkip: (one: { icon: { id: string } }) => void seen.push(one.icon.id) };
  const written = await exportIcons(
    { sets: corpus.sets, icons },
    { folder: inside('skips'), format: 'winoground', ...options },
  );
  expect(written).toMatchObject({ pairs: 1, skipped: [{ icon: { id: 'one:bell-off' } }] });
  expect(seen).toEqual(['one:bell-off']);
  expect(existsSync(inside('skips', 'images', 'one_bell-off.png'))).toBe(false);
});

test('NOTICE.txt names the sets whose icons were written, and no others', async () => {
  const icons = second.icons;
  await exportIcons({ sets: corpus.sets, icons }, { folder: inside('notice'), format: 'coco', size: 16 });
  const notice = readFileSync(inside('notice', 'NOTICE.txt'), 'utf8');
  for (const part of ['Set two (two 1.2.3)', 'Bo', 'MIT', 'https://two.test/licence', 'https://two.test']) {
    expect(notice).toContain(part);
  }
  expect(notice).not.toContain('Ada');
  expect(notice).not.toContain('Cy');
  expect(json('notice', 'export.json')).toMatchObject({ format: 'coco', versions: { two: '1.2.3' } });
});

describe('the folder', () => {
  const options = { format: 'coco', size: 16, limit: 2 } as const;

  test('is replaced only where all that it holds was written by this function', async () => {
    await exportIcons(corpus, { folder: inside('own'), ...options });
    await exportIcons(corpus, { folder: inside('own'), ...options, limit: 1 });
    expect(readdirSync(inside('own', 'images'))).toHaveLength(1);
    writeFileSync(inside('own', 'notes.txt'), 'mine');
    await expect(exportIcons(corpus, { folder: inside('own'), ...options })).rejects.toThrow(
      'holds "notes.txt", which this command did not write as it is now',
    );
    expect(readFileSync(inside('own', 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('is not there at all where the work was stopped or fails', async () => {
    const controller = new AbortController();
    const stopped = exportIcons(corpus, {
      folder: inside('stopped'),
      ...options,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    const failing = { folder: inside('failing'), ...options, onSkip: () => {}, onProgress: () => fail() };
    const fail = () => {
      throw new Error('my own');
    };
    await expect(exportIcons(corpus, failing)).rejects.toThrow('my own');
    const left = readdirSync(folder).filter((name) => /stopped|failing|\.tmp$|\.lock$/.test(name));
    expect(left).toEqual([]);
  });

  test('with nothing to write in it is an error', async () => {
    mkdirSync(inside('empty'));
    const none = { sets: corpus.sets, icons: [second.icons[2]!] };
    await expect(
      exportIcons(none, { folder: inside('empty'), format: 'winoground', size: 16 }),
    ).rejects.toThrow('no minimal pair of the corpus can be written; open a corpus with more sets.');
  });
});

test('a picture with colours is written with them', async () => {
  const [tree] = second.icons.slice(2);
  const icons = [{ ...tree!, body: '<path fill="#0f0" d="M2 2h9v9H2z"/>' }];
  await exportIcons({ sets: corpus.sets, icons }, { folder: inside('green'), format: 'coco', size: 24 });
  const picture = decode(readFileSync(inside('green', 'images', 'two_tree.png')));
  expect(picture).toMatchObject({ channels: 3 });
  expect([...picture.data.slice(3 * (5 * 24 + 5), 3 * (5 * 24 + 5) + 3)]).toEqual([0, 255, 0]);
});

test('what the file system refuses is said of the file by its place in the folder', async () => {
  const name = 'x'.repeat(300);
  const icons = [{ ...first.icons[0]!, id: `one:${name}`, name }];
  const named = { sets: [first], icons };
  await expect(exportIcons(named, { folder: inside('long'), format: 'coco', size: 16 })).rejects.toThrow(
    `cannot write ${inside('long', 'images', `one_${name}.png`)}: the name is too long.`,
  );
  expect(existsSync(inside('long'))).toBe(false);
});

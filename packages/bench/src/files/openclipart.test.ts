import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../scoring/evaluate';
import { openclipart, readClipArt } from './openclipart';

const clipArt = (
  title: string,
  { artist = 'Ann', licence = 'PublicDomain', size = 'width="20mm" height="2cm"' } = {},
) =>
  `<?xml version="1.0"?><!DOCTYPE svg><svg ${size} xmlns="http://www.w3.org/2000/svg" xmlns:cc="urn:cc" xmlns:dc="urn:dc" xmlns:rdf="urn:rdf"><metadata><cc:Work>
<dc:creator><cc:Agent><dc:title>${artist}</dc:title></cc:Agent></dc:creator><dc:title>${title}</dc:title>
<cc:license rdf:resource="http://web.resource.org/cc/${licence}"/></cc:Work></metadata><circle cx="9" cy="9" r="9"/></svg>`;

describe('readClipArt', () => {
  test('reads title and artist', () => {
    const text = clipArt('Star_double &amp; moon &#x2013; 01', { artist: 'B &lt;b&gt;' });
    expect(readClipArt(text, 'a/b.svg')).toMatchObject({
      title: 'star double & moon',
      artist: 'B <b>',
      file: 'a/b.svg',
    });
    expect(readClipArt(text, 'a/b.svg')!.svg).toMatch(/^<svg .*<\/svg>$/s);
  });
  test.each([
    ['no title', clipArt('untitled')],
    ['another licence', clipArt('dog', { licence: 'by-sa' })],
    ['entities', clipArt('dog').replace('<!DOCTYPE svg>', '<!DOCTYPE svg [<!ENTITY a "b">]>')],
    ['no drawing', 'text'],
  ])('leaves out what has %s', (_, text) => {
    expect(readClipArt(text, 'f')).toBeUndefined();
  });
});

describe('openclipart', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slipform-clip-art-'));
    await mkdir(join(folder, 'animals/birds'), { recursive: true });
    await writeFile(join(folder, 'animals/dog.svg'), clipArt('A dog'));
    await writeFile(join(folder, 'animals/birds/dog.svg'), clipArt('A dog'));
    await writeFile(
      join(folder, 'animals/cat.svg'),
      clipArt('cat', { artist: 'Bob' }).replace('r="9"', 'r="3"'),
    );
    await writeFile(join(folder, 'animals/blank.svg'), clipArt('nothing').replace(/<circle[^>]*>/, ''));
    const photograph = '<image href="file:///photograph.png" width="9" height="9"/>';
    await writeFile(
      join(folder, 'animals/cow.svg'),
      clipArt('cow').replace('<circle', `${photograph}<circle`),
    );
    await writeFile(join(folder, 'animals/no-size.svg'), clipArt('horse', { size: '' }));
    for (const at of [1, 2]) await writeFile(join(folder, `animals/${at}.svg`), clipArt(`set ${at}`));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('asks about drawings with a title of their own, once each, and counts those that are blank or refused', async () => {
    const { retrieval } = await openclipart(folder, { size: 16 });
    expect(retrieval).toMatchObject({ texts: ['a dog', 'cat'], coverage: { scored: 2, total: 5 } });
    expect(retrieval!.traits).toEqual([{ clusters: { artist: 'Ann' } }, { clusters: { artist: 'Bob' } }]);
    const [dog, cat] = retrieval!.images.map(
      (image) => Buffer.from(Object(image).data).filter((at) => at < 250).length,
    );
    expect(cat).toBeGreaterThan(0);
    expect(dog).toBeGreaterThan(2 * cat!);
    await expect(openclipart(join(folder, 'none'))).rejects.toThrow('apt-get install openclipart-svg');
  });

  test.skipIf(!existsSync('/usr/share/openclipart/svg'))(
    'reads Debian’s package, where it is installed',
    async () => {
      const benchmark = await openclipart('', { size: 8 });
      expect(benchmark.retrieval!.coverage!.total).toBeGreaterThan(2000);
      const encoder = {
        embedImages: async (images: readonly unknown[]) => images.map((_, at) => [1, at]),
        embedTexts: async (texts: readonly string[]) => texts.map((text) => [1, text.length]),
      };
      expect((await evaluate(encoder, benchmark)).retrieval!.imageToText[10]!.value).toBeLessThan(0.1);
    },
  );
});

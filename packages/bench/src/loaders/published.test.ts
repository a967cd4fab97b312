import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Encoder } from '@slipform/clip';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, describe, expect, test } from 'vitest';
import { benchmarkTable } from '../commands/result-tables';
import { compare } from '../compare/compare';
import type { Benchmark } from '../questions/benchmark';
import { evaluateBlind } from '../scoring/blind-baseline';
import { evaluate } from '../scoring/evaluate';
import { aro } from './aro';
import { cola } from './cola';
import { retrieval } from './retrieval';
import { sugarCrepe } from './sugar-crepe';
import { sugarCrepePlus } from './sugar-crepe-plus';
import { valse } from './valse';
import { winoground } from './winoground';
import { zeroShot } from './zero-shot';

const folder = temporaryFolder();
beforeAll(async () => {
  await mkdir(join(folder, 'images'));
  // The encoder below looks at names, so that empty files do.
  for (const name of ['a.jpg', 'b.jpg', 'ex_0_img_0.png', 'ex_0_img_1.png']) {
    await writeFile(join(folder, 'images', name), '');
  }
});

const write = async (name: string, value: unknown) => {
  await writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return join(folder, name);
};

/** Fixed unit vectors in the plane by angle in degrees, for pictures by the name of their file and for texts. */
function planeEncoder(angles: Readonly<Record<string, number>>): Encoder {
  const vector = (name: string) => {
    const angle = angles[name];
    if (angle === undefined) throw new Error(`no vector for ${name}`);
    return Float32Array.from([Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]);
  };
  return {
    embedImages: async (images) => images.map((image) => vector(String(image).split('/').at(-1)!)),
    embedTexts: async (texts) => texts.map(vector),
  };
}
const judge = (benchmark: Benchmark, angles: Readonly<Record<string, number>>) =>
  evaluate(planeEncoder(angles), benchmark);

describe('sugarCrepe', () => {
  test('scores by hand: ties wrong, mean of subsets and of rows, missing pictures counted', async () => {
    await write('swap_obj.json', {
      0: { filename: 'a.jpg', caption: 'near', negative_caption: 'far' },
      7: { filename: 'a.jpg', caption: 'near', negative_caption: 'near too' },
      9: { filename: 'missing.jpg', caption: 'near', negative_caption: 'far' },
    });
    await write('add_att.json', { 3: { filename: 'b.jpg', caption: 'near', negative_caption: 'far' } });
    await write('replace_rel.json', { 3: { filename: 'c.jpg', caption: 'near', negative_caption: 'far' } });
    const benchmark = sugarCrepe(folder);
    const result = await judge(benchmark, { 'a.jpg': 0, 'b.jpg': 10, near: 20, 'near too': 20, far: 90 });
    expect(result.kinds.swap_obj).toMatchObject({ correct: 1, total: 2 });
    expect(result.kinds.add_att).toMatchObject({ correct: 1, total: 1 });
    expect(result.mean.value).toBe(0.75);
    expect(result.means!.mean!.rows.value).toBeCloseTo(2 / 3, 12);
    expect(result.coverage).toEqual({
      add_att: { scored: 1, total: 1 },
      replace_rel: { scored: 0, total: 1 },
      swap_obj: { scored: 2, total: 3 },
    });
    expect(result.kinds).not.toHaveProperty('replace_rel');
    expect(result.answers[1]!.id).toBe('swap_obj/0');
  });

  test('reads the counts that @slipform/scenes writes beside them, as one more kind', async () => {
    const row = { filename: 'a.jpg', caption: 'near', negative_caption: 'far' };
    const files = { swap_obj: { 0: { ...row, negative_caption: 'near too' } }, replace_count: { 0: row } };
    const benchmark = sugarCrepe(files, { images: (name) => name });
    const result = await judge(benchmark, { 'a.jpg': 0, near: 20, 'near too': 10, far: 90 });
    expect(result.kinds.replace_count).toMatchObject({ correct: 1, total: 1 });
    expect(result.mean.value).toBe(0.5);
  });

  test('shows what a file says without what a terminal would act on', () => {
    const rows = { '\u001b[2J\u202e': { filename: 'a.jpg', caption: 'a', negative_caption: 7 } };
    expect(() => sugarCrepe({ add_att: rows }, { images: () => 'x.jpg' })).toThrow(
      /row "\\u001b\[2J\\u202e": negative_caption must be a text/,
    );
  });

  test('says file and row of what is wrong with it', async () => {
    const one = (row: unknown) => sugarCrepe({ swap_obj: { 4: row } }, { images: () => undefined });
    expect(() => one({ filename: 'a.jpg', caption: 3, negative_caption: 'x' })).toThrow(
      'swap_obj, row "4": caption must be a text that is not empty, got 3',
    );
    expect(() => one({ filename: 'a.jpg', caption: ' ', negative_caption: 'x' })).toThrow('row "4": caption');
    expect(() => one([1])).toThrow('swap_obj, row "4": must be a JSON object, got an array of 1');
    expect(() => one({ __proto__: { caption: 'inherited' }, filename: 'a.jpg' })).toThrow('got undefined');
    expect(() => sugarCrepe({ swap_obj: [] }, { images: folder })).toThrow('must hold a JSON object of rows');
    expect(() => sugarCrepe(join(folder, 'images'))).toThrow('holds none of add_att.json');
    expect(() => sugarCrepe(join(folder, 'gone'))).toThrow(/^sugarCrepe: there is no folder .*gone; give/);
    expect(() => sugarCrepePlus(import.meta.filename)).toThrow(
      /published\.test\.ts is a file; give the folder/,
    );
    const outside = { filename: '../secret.jpg', caption: 'x', negative_caption: 'y' };
    expect(() => sugarCrepe({ swap_obj: { 4: outside } }, { images: folder })).toThrow(
      'swap_obj, row "4": the picture\'s name "../secret.jpg" must not lead out of its folder',
    );
    expect(() => sugarCrepe({ swap_obj: {} }, { images: join(folder, 'nowhere') })).toThrow(
      'there is no folder',
    );
    const broken = await mkdtemp(join(folder, 'broken-'));
    await writeFile(join(broken, 'swap_att.json'), '{"0": {"filename"');
    expect(() => sugarCrepe(broken)).toThrow(/swap_att\.json must be JSON/);
    await writeFile(join(broken, 'swap_att.json'), Buffer.from([0x7b, 0xff, 0x7d]));
    expect(() => sugarCrepe(broken)).toThrow(/swap_att\.json is not UTF-8; save it as UTF-8\.$/);
    await writeFile(join(broken, 'swap_att.json'), Buffer.from('\ufeff{"0": {}}', 'utf16le'));
    expect(() => sugarCrepe(broken)).toThrow(/swap_att\.json is not UTF-8; save it as UTF-8\.$/);
  });

  test('a function finds pictures: null means no picture, a promise is refused', async () => {
    const row = { filename: 'a.jpg', caption: 'x', negative_caption: 'y' };
    const find = (images: unknown) => sugarCrepe({ swap_obj: { 0: row } }, { images: images as () => null });
    expect(find(() => null).coverage).toEqual({ swap_obj: { scored: 0, total: 1 } });
    expect(() => find(async () => undefined)).toThrow(
      'sugarCrepe: images must return a picture or undefined, got a promise for a.jpg; for one that takes time return { key, load }',
    );
    expect(() => find(() => 3)).toThrow('got 3 for a.jpg');
    expect(() => find(3)).toThrow(
      'images must be a folder, a list of folders or a function of the name, got 3',
    );
  });

  test('a text-only model is asked every row, whether its picture is there or not', async () => {
    const rows = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        index,
        { filename: `${index % 2 ? 'a' : index}.jpg`, caption: 'a red dog', negative_caption: 'dog red a' },
      ]),
    );
    const images = (name: string) => (name === 'a.jpg' ? name : undefined);
    const benchmark = sugarCrepe({ swap_obj: rows }, { images });
    const blind = await evaluateBlind(benchmark);
    expect(blind.kinds.swap_obj).toMatchObject({ correct: 20, total: 20 });
    expect(blind.coverage).toEqual({ swap_obj: { scored: 20, total: 20 } });
    const none = await evaluateBlind(sugarCrepe({ swap_obj: rows }, { images: () => undefined }));
    expect(none.kinds).toEqual(blind.kinds);
    // Beside a model that looks, the rows that both were asked are compared.
    const seen = await judge(benchmark, { 'a.jpg': 0, 'a red dog': 0, 'dog red a': 90 });
    expect(compare([seen, blind])[0]!.kinds.swap_obj).toMatchObject({ onlyA: 0, onlyB: 0 });
    expect(benchmarkTable([seen, blind])).toMatch(/10 of 20 .*/);
    expect(benchmarkTable([seen, blind])).toContain('text only (all rows)');
  });

  test('evaluate says that nothing can be scored, and why', async () => {
    const row = { filename: 'a.jpg', caption: 'x', negative_caption: 'y' };
    const none = sugarCrepe({ swap_obj: { 0: row } }, { images: () => undefined });
    await expect(judge(none, {})).rejects.toThrow('none of the 1 questions of SugarCrepe can be scored');
  });
});

describe('a question that nobody can answer is left out, and counted', () => {
  const pictures = { images: (name: string) => name };
  const out = { scored: 0, total: 0, excluded: 1 };
  test.each([
    ['captions', { caption_0: 'x', caption_1: 'x' }],
    ['pictures', { image_0: 'a', image_1: 'a' }],
  ])('two equal %s of Winoground', (_, equal) => {
    const row = { id: 0, image_0: 'a', image_1: 'b', caption_0: 'x', caption_1: 'y', ...equal };
    const { coverage, questions } = winoground(
      [row, { ...row, id: 1, image_0: 'a', image_1: 'b', caption_0: 'x', caption_1: 'y' }],
      pictures,
    );
    const one = { scored: 1, total: 1, excluded: 1 };
    expect(coverage).toEqual({ text: one, image: one, group: one, pairing: one });
    expect(questions).toHaveLength(4);
  });
  test('two equal captions of SugarCrepe, SugarCrepe++ and Cola', () => {
    const same = { filename: 'a.jpg', caption: 'x', negative_caption: 'x' };
    expect(sugarCrepe({ swap_obj: { 0: same } }, pictures).coverage).toEqual({ swap_obj: out });
    const plus = sugarCrepePlus({ swap_att: [{ id: 1, ...same, caption2: 'y' }] }, pictures);
    expect(plus.coverage).toEqual({ itt_swap_att: out, tot_swap_att: out });
    // What is as true as it is alike: two equal true captions are no fault.
    const alike = { ...same, caption2: 'x', negative_caption: 'y' };
    expect(sugarCrepePlus({ swap_att: [{ id: 1, ...alike }] }, pictures).questions).toHaveLength(2);
    expect(cola([['a.jpg', 'x', 'b.jpg', 'x']], pictures).coverage!.matching).toEqual(out);
  });
  test('if all are so, that is said', async () => {
    const same = { filename: 'a.jpg', caption: 'x', negative_caption: 'x' };
    await expect(judge(sugarCrepe({ swap_obj: { 0: same } }, pictures), {})).rejects.toThrow(
      'evaluate: SugarCrepe asks nothing.',
    );
  });
});

describe('sugarCrepePlus', () => {
  const file = (rows: readonly object[]) =>
    sugarCrepePlus(
      { swap_att: rows.map((row, id) => ({ id, filename: 'a.jpg', ...row })) },
      { images: join(folder, 'images') },
    );
  test('both scores by hand: both captions must beat the false one; they must be nearest to each other', async () => {
    const benchmark = file([
      { caption: '10', caption2: '20', negative_caption: '40' }, // ITT: 10, 20 < 40; TOT: 10 < 20, 30. Both right.
      { caption: '10', caption2: '30', negative_caption: '20' }, // ITT: 30 > 20. TOT: 20 apart, 10 from the false one.
      { caption: '-20', caption2: '20', negative_caption: '50' }, // ITT right. TOT: 40 apart, but 30 from the false one.
      { caption: '10', caption2: '40', negative_caption: '-40' }, // ITT: a tie of 40 and −40. TOT right: 30 < 50, 80.
    ]);
    const angles = Object.fromEntries([-40, -20, 10, 20, 30, 40, 50].map((angle) => [String(angle), angle]));
    const result = await judge(benchmark, { 'a.jpg': 0, ...angles });
    const right = (kind: string) =>
      result.answers.filter((item) => item.kind === kind).map((item) => item.right > item.wrong);
    expect(right('itt_swap_att')).toEqual([true, false, true, false]);
    expect(right('tot_swap_att')).toEqual([true, false, false, true]);
    expect(result.mean.value).toBe(result.means!.ITT!.value);
    expect(result.means!.TOT!.value).toBe(0.5);
    expect(result.chance).toBeCloseTo(1 / 3, 12);
  });
  test('a Scorer is asked only what it can answer, and the rest is counted', async () => {
    const benchmark = file([{ caption: 'a', caption2: 'b', negative_caption: 'c' }]);
    const scorer = {
      score: async (pairs: readonly { text: string }[]) => pairs.map(({ text }) => (text === 'c' ? 0 : 1)),
    };
    const result = await evaluate(scorer, benchmark);
    expect(result.coverage).toEqual({
      itt_swap_att: { scored: 1, total: 1 },
      tot_swap_att: { scored: 0, total: 1 },
    });
    expect(result.mean.value).toBe(1);
  });
  test('an id that comes twice is an error', () => {
    const row = { id: 5, filename: 'a.jpg', caption: 'a', caption2: 'b', negative_caption: 'c' };
    expect(() => sugarCrepePlus({ swap_att: [row, row] }, { images: () => undefined })).toThrow(
      'swap_att, row "5": its id comes twice',
    );
  });
});

describe('winoground', () => {
  const row = {
    id: 0,
    image_0: 'ex_0_img_0',
    image_1: 'ex_0_img_1',
    caption_0: 'some plants surrounding a lightbulb',
    caption_1: 'a lightbulb surrounding some plants',
  };
  const angles = (image0: number, image1: number, caption0: number, caption1: number) => ({
    'ex_0_img_0.png': image0,
    'ex_0_img_1.png': image1,
    [row.caption_0]: caption0,
    [row.caption_1]: caption1,
  });
  test.each([
    ['all', angles(0, 90, 10, 80), [1, 1, 1, 1]],
    // cos: s(0,0) = cos 80, s(0,1) = cos 85; s(1,1) = cos 5, s(1,0) = cos 10: both texts right, image 1 takes both captions.
    ['text only', angles(0, 90, 80, 85), [1, 0, 0, 1]],
    // Each caption is nearer to its own image, but image 0 is 40° from its caption and 35° from the other one.
    ['image only', angles(0, 60, -40, 35), [0, 1, 0, 1]],
    ['a tie everywhere', angles(0, 0, 30, 30), [0, 0, 0, 0]],
    // Crosswise they score more: cos 50 + cos 50 < cos 10 + cos 10.
    ['the other way round', angles(0, 60, 50, 10), [0, 0, 0, 0]],
  ])('by hand: %s', async (_, vectors, [text, image, group, pairing]) => {
    const file = await write('examples.jsonl', `${JSON.stringify(row)}\n\n`);
    const result = await judge(winoground(file), vectors);
    expect(result.kinds.text!.value).toBe(text);
    expect(result.kinds.image!.value).toBe(image);
    expect(result.kinds.group!.value).toBe(group);
    expect(result.mean.value).toBe(group);
    expect(result.kinds.pairing!.value).toBe(pairing);
    expect(result.chances).toEqual({ group: 1 / 6, pairing: 1 / 2 });
  });
  test('pictures inside the rows, as Parquet has them, and broken lines', async () => {
    const bytes = { bytes: new Uint8Array([1]), path: null };
    const other = { bytes: new Uint8Array([2]), path: null };
    const benchmark = winoground([{ ...row, image_0: bytes, image_1: other }]);
    expect(benchmark.questions).toHaveLength(4);
    // As exports of ours name their rows; a text that is blank names none.
    const named = winoground([{ ...row, id: 'swap/carbon/bell', image_0: bytes, image_1: other }]);
    expect(named.questions[0]!.id).toContain('swap/carbon/bell');
    expect(() => winoground([{ ...row, id: ' ' }])).toThrow('id must be a text or a number, got " "');
    const file = await write('broken.jsonl', `${JSON.stringify(row)}\n{"id":`);
    expect(() => winoground(file)).toThrow(/broken\.jsonl, line 2 must be JSON/);
    expect(() => winoground([{ ...row, image_1: 7 }], { images: folder })).toThrow(
      'winoground, row "0": image_1 must be the name of a picture or its bytes, got 7',
    );
    expect(() => winoground([])).toThrow('holds no rows');
    const parquet = await write('x.jsonl', 'PAR1....PAR1');
    expect(() => winoground(parquet)).toThrow('is Parquet; read it with readParquet');
  });
});

describe('cola', () => {
  const rows = [['https://host/x/a.jpg', 'one', 'https://host/x/b.jpg', 'two']];
  test.each([
    // Each caption is nearer to its own picture.
    [{ 'a.jpg': 0, 'b.jpg': 90, one: 10, two: 80 }, 1, 1],
    // Each picture prefers its own caption, but both captions prefer b.
    [{ 'a.jpg': 0, 'b.jpg': 90, one: 80, two: 85 }, 0, 1],
    [{ 'a.jpg': 0, 'b.jpg': 90, one: 45, two: 85 }, 0, 1],
    // Crosswise they score more.
    [{ 'a.jpg': 0, 'b.jpg': 90, one: 80, two: 10 }, 0, 0],
  ])('both captions must find their picture: %j', async (angles, value, pairing) => {
    const result = await judge(cola(rows, { images: join(folder, 'images') }), angles);
    expect(result.kinds.matching!.value).toBe(value);
    expect(result.kinds.pairing!.value).toBe(pairing);
    expect(result.mean.value).toBe(value);
    expect(result.chances).toEqual({ pairing: 1 / 2 });
    expect(result.chance).toBe(0.25);
  });
  test('says which row is wrong', () => {
    expect(() => cola([...rows, ['a', 'b']], { images: folder })).toThrow(
      'cola, row 2: must be [image1, caption1, image2, caption2], got an array of 2',
    );
  });
});

describe('valse', () => {
  const row = {
    image_file: 'COCO_val2014_a.jpg',
    caption: 'near',
    foil: 'far',
    mturk: { caption: 2, foil: 1, other: 0 },
  };
  test('asks only what two of three annotators confirmed, and counts the rest', async () => {
    const file = await write('plurals.json', {
      x: row,
      y: { ...row, mturk: { caption: 1, foil: 2 } },
      z: { ...row, caption: ['near'], foil: 'near too', mturk: { caption: 3 } },
    });
    const result = await judge(valse(file), { 'a.jpg': 0, near: 20, 'near too': 20, far: 90 });
    expect(result.kinds).toEqual({ plurals: expect.objectContaining({ correct: 1, total: 2 }) });
    expect(result.coverage).toEqual({ plurals: { scored: 2, total: 2, excluded: 1 } });
    expect(() => valse({ plurals: { x: { ...row, mturk: {} } } }, { images: folder })).toThrow(
      'plurals, row "x": mturk.caption must be the number of annotators who chose the caption, got undefined',
    );
  });
});

describe('aro', () => {
  const row = {
    image_path: 'a.jpg',
    bbox_x: 0,
    bbox_y: 0,
    bbox_w: 5,
    bbox_h: 5,
    relation_name: 'eating',
    true_caption: 'the horse is eating the grass',
    false_caption: 'the grass is eating the horse',
  };
  const images = () => join(folder, 'images');
  test('relation and attribution, each recognised by the file', async () => {
    const angles = { 'a.jpg': 0, [row.true_caption]: 10, [row.false_caption]: 20 };
    const relation = aro([row, { ...row, image_path: 'zzz.jpg' }], { images: images(), crop: false });
    const result = await judge(relation, angles);
    expect(result.kinds.relation).toMatchObject({ correct: 1, total: 1 });
    expect(result.coverage).toEqual({ relation: { scored: 1, total: 2 } });
    // The words are the same: no scorer of bags of words can tell.
    expect(result.bagOfWordsUpperBound).toEqual({ relation: 0 });
    const { relation_name: _, ...rest } = row;
    const attribution = aro([{ ...rest, attributes: ['white', 'paved'] }], { images: images(), crop: false });
    expect(attribution.questions[0]!.kind).toBe('attribution');
    expect(() => aro([{ ...row, bbox_w: 0 }], { images: images() })).toThrow(
      'row 1: bbox_w and bbox_h must be above 0',
    );
    expect(() => aro([{ ...row, bbox_x: null }], { images: images() })).toThrow(
      'bbox_x must be a number, got null',
    );
  });
  test('a file of another kind is named, and its row', async () => {
    const file = await write('foreign.json', [{ image: 'a.jpg', caption: [] }]);
    expect(() => aro(file)).toThrow(/foreign\.json, row 1: has an empty list of captions/);
    expect(() => aro([1, 2], { images: images() })).toThrow('aro, row 1: must be a JSON object, got 1.');
  });
  test('macro: says why nothing is left of few pairs of attributes', () => {
    const { relation_name: _, ...rest } = row;
    const few = [{ ...rest, attributes: ['white', 'paved'] }];
    expect(() => aro(few, { images: images(), macro: true })).toThrow(
      'aro: all 1 rows of aro are left out, by leaveOut or because macro asks only pairs of attributes with at least 25 rows',
    );
    expect(() => aro(few, { images: images(), marco: true } as never)).toThrow('there is no option "marco"');
  });
  test('macro: a kind for each relation, some left out', () => {
    const rows = [row, { ...row, relation_name: 'near' }, { ...row, relation_name: 'on' }];
    const benchmark = aro(rows, { images: images(), crop: false, macro: true, leaveOut: ['near'] });
    expect(benchmark.questions.map(({ kind }) => kind)).toEqual(['eating', 'on']);
    expect(benchmark.coverage).toEqual({ eating: { scored: 1, total: 1 }, on: { scored: 1, total: 1 } });
  });
});

describe('retrieval', () => {
  const karpathy = {
    dataset: 'coco',
    images: [
      {
        filename: 'a.jpg',
        filepath: 'val2014',
        split: 'test',
        sentences: [{ raw: 'a1' }, { raw: 'a2' }, { raw: 'a3' }],
      },
      { filename: 'b.jpg', filepath: 'val2014', split: 'test', sentences: [{ raw: 'b1' }, { raw: 'b2' }] },
      { filename: 'c.jpg', split: 'test', sentences: [{ raw: 'c1' }] },
      { filename: 'd.jpg', split: 'train', sentences: [{ raw: 'd1' }] },
    ],
  };
  const angles = { 'a.jpg': 0, 'b.jpg': 90, a1: 5, a2: 60, a3: 20, b1: 40, b2: 85 };
  test('recall both ways by hand, on the pictures that are there', async () => {
    const benchmark = retrieval(karpathy, { images: join(folder, 'images'), captionsPerImage: 2 });
    expect(benchmark.retrieval!.texts).toEqual(['a1', 'a2', 'b1', 'b2']);
    const { retrieval: found, mean } = await judge(benchmark, angles);
    // a finds a1 first, b finds b2 first; a2 (60°) prefers b, b1 (40°) prefers a.
    expect(found!.imageToText[1]!.value).toBe(1);
    expect(found!.textToImage[1]!.value).toBe(0.5);
    expect(found!.textToImage[5]!.value).toBe(1);
    expect(found!.coverage).toEqual({ scored: 2, total: 3 });
    expect(mean.value).toBe(1);
  });
  test('reads BLIP’s and COCO’s own forms as well', () => {
    const images = (name: string) => name;
    const blip = [
      { image: 'val2014/a.jpg', caption: ['a1', 'a2'] },
      { image: 'val2014/b.jpg', caption: 'b1' },
    ];
    const coco = {
      images: [
        { id: 7, file_name: 'a.jpg' },
        { id: 9, file_name: 'b.jpg' },
      ],
      annotations: [
        { image_id: 9, caption: 'b1' },
        { image_id: 7, caption: 'a1' },
        { image_id: 7, caption: 'a2' },
      ],
    };
    for (const file of [blip, coco]) {
      const { texts, imageOf } = retrieval(file, { images }).retrieval!;
      expect([texts, imageOf]).toEqual([
        ['a1', 'a2', 'b1'],
        [0, 0, 1],
      ]);
    }
    expect(() => retrieval({ images: karpathy.images }, { images, split: 'val' })).toThrow(
      'retrieval has no image of the split val; it has test, train.',
    );
    expect(() => retrieval([{ image: 'a.jpg', caption: [3] }], { images })).toThrow(
      'row 1: caption must be a text',
    );
    expect(() => retrieval(blip, { images: () => undefined })).toThrow('none of the 2 pictures');
    expect(() => retrieval('nowhere.json')).toThrow(
      'cannot read nowhere.json: there is no such file or folder.',
    );
    expect(() => retrieval({ a: 1 }, { images })).toThrow('must be captions in Karpathy');
  });
});

describe('zeroShot', () => {
  test('a class is the mean of its prompts’ unit vectors; ties are wrong', async () => {
    const classes = ['cat', 'dog'];
    const benchmark = zeroShot({
      images: ['a.jpg', 'b.jpg', undefined],
      labels: [0, 0, 1],
      classes,
      templates: ['{}', 'a {}'],
    });
    // cat: the mean of 0° and 80° points to 40°; dog: of 50° and 70°, to 60°. 50° lies right between them.
    const angles = { cat: 0, 'a cat': 80, dog: 50, 'a dog': 70 };
    const result = await judge(benchmark, { ...angles, 'a.jpg': 44, 'b.jpg': 56 });
    expect(result.answers.map((item) => item.right > item.wrong)).toEqual([true, false]);
    expect(result.answers[0]!.right).toBeCloseTo(Math.cos((4 * Math.PI) / 180), 6);
    expect(result.coverage).toEqual({ 'top-1': { scored: 2, total: 3 } });
    expect(result.chance).toBe(0.5);
  });
  test('top-5 from six classes on', async () => {
    const classes = ['10', '20', '30', '40', '50', '60'];
    const angles = Object.fromEntries(classes.map((name) => [name, Number(name)]));
    const images = ['a.jpg', 'a.jpg'];
    const benchmark = zeroShot({ images, labels: [4, 5], classes, templates: ['{}'] });
    const result = await judge(benchmark, { 'a.jpg': 0, ...angles });
    expect(result.kinds['top-5']).toMatchObject({ correct: 1, total: 2 });
    expect(result.kinds['top-1']).toMatchObject({ correct: 0, total: 2 });
    expect(result.mean.value).toBe(0);
    expect(() => zeroShot({ images, labels: [0, 6], classes })).toThrow(
      'labels[1] must be an index from 0 to 5, got 6',
    );
    expect(() => zeroShot({ images, labels: [0], classes })).toThrow('got 1 for 2');
    expect(() => zeroShot({ images, labels: [0, 0], classes, templates: 'a {}' as never })).toThrow(
      'zeroShot: templates must be a list of texts with at least 1 entry, each a text that is not empty, got "a {}".',
    );
    expect(() => zeroShot({ images, labels: [0, 0], classes, templates: ['a photo'] })).toThrow(
      'with {} where',
    );
  });
});

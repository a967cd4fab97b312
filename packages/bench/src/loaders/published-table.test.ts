import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import type { Encoder } from '../encoders/encoder';
import type { Benchmark } from '../questions/benchmark';
import { evaluateBlind } from '../scoring/blind-baseline';
import { evaluate } from '../scoring/evaluate';
import { useOwnBenchmarks } from '../testing/own-benchmarks';
import { publishedBenchmarks, publishedTable } from './published-table';
import { listBenchmarks, loadBenchmark } from './registry';

const folder = useFolder();
useOwnBenchmarks();
type Name = keyof ReturnType<typeof publishedTable>;

let folders = 0;
/** Writes a benchmark's files, with empty pictures (the encoder looks at names), and reads them. */
function write(files: Readonly<Record<string, unknown>>, pictures: readonly string[] = []): string {
  const root = folder.path(`f${folders++}`);
  const all = { ...files, ...Object.fromEntries(pictures.map((name) => [name, ''])) };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(join(root, name), isText ? content : JSON.stringify(content));
  }
  return root;
}
const read = (name: Name, files: Readonly<Record<string, unknown>>, pictures?: readonly string[]) =>
  loadBenchmark(name, write(files, pictures), { crop: false });

/** Unit vectors in the plane by angle in degrees: of pictures by the end of their name, or by their one byte; of texts. */
function plane(angles: Readonly<Record<string, number>>): Encoder {
  const vector = (name: string) => {
    const angle = angles[name];
    if (angle === undefined) throw new Error(`no vector for ${name}`);
    return Float64Array.of(Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180));
  };
  return {
    embedImages: async (images) =>
      images.map((image) =>
        vector(image instanceof Uint8Array ? String(image[0]) : String(image).split('/').at(-1)!),
      ),
    embedTexts: async (texts) => texts.map(vector),
  };
}
const judge = (benchmark: Benchmark, angles: Readonly<Record<string, number>>) =>
  evaluate(plane(angles), benchmark);
const values = async (benchmark: Benchmark, angles: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries((await judge(benchmark, angles)).kinds).map(([kind, { value }]) => [kind, value]),
  );

const lines = (...rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const parquet = (rows: readonly Readonly<Record<string, unknown>>[]) => {
  const columns = Object.keys(rows[0]!).map((name) => ({
    name,
    data: rows.map((row) => row[name]) as string[],
    type: (rows[0]![name] instanceof Uint8Array
      ? 'BYTE_ARRAY'
      : typeof rows[0]![name] === 'number'
        ? 'DOUBLE'
        : 'STRING') as 'STRING',
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData: columns }));
};

// Each of these has the columns and the files of the public code that its row of the table names.

describe('a picture with N captions', () => {
  const controlled = (thing: string, where: string, other: string, angle: string) => ({
    image_path: `data/controlled_images/${thing}_${where}_${other}.jpeg`,
    caption_options: [`${angle}`, '40', '60', '80'],
  });
  const sides = ['left_of', 'right_of', 'on', 'under'];
  const pictures = [
    ...sides.map((side) => `data/controlled_images/cup_${side}_desk.jpeg`),
    'val2017/000000000042.jpg',
    'vg_images/7.jpg',
  ];
  test("What'sUp: alone, in pairs and in sets; questions of COCO and Visual Genome", async () => {
    const benchmark = await read(
      'whatsup',
      {
        'controlled_images_dataset.json': sides.map((side) =>
          controlled('cup', side, 'desk', `true ${side}`),
        ),
        'coco_qa_one_obj.json': [[42, 'a cup on the left', 'a cup on the right']],
        'vg_qa_two_obj.json': [['7', 'a dog left of a cat', 'a dog right of a cat']],
      },
      pictures,
    );
    const name = (side: string) => `cup_${side}_desk.jpeg`;
    const angles = {
      '40': 40,
      '60': 60,
      '80': 80,
      [name('left_of')]: 0,
      [name('right_of')]: 0,
      [name('on')]: 0,
      [name('under')]: 0,
      'true left_of': 10,
      'true right_of': 20,
      'true on': 30,
      'true under': 70,
      '000000000042.jpg': 0,
      'a cup on the left': 5,
      'a cup on the right': 6,
      '7.jpg': 0,
      'a dog left of a cat': 9,
      'a dog right of a cat': 9,
    };
    expect(await values(benchmark, angles)).toEqual({
      controlled_a: 3 / 4,
      controlled_a_pair: 1 / 2,
      controlled_a_set: 0,
      coco_one: 1,
      vg_two: 0, // a tie
    });
    const result = await judge(benchmark, { ...angles, 'true under': 0 });
    expect(result.kinds.controlled_a_set!.value).toBe(1);
    expect(result.mean.value).toBe(result.means!.alone!.value);
    const chance = (kind: string) => result.chances?.[kind] ?? result.chance;
    expect(Object.keys(result.kinds).map(chance)).toEqual([1 / 2, 1 / 4, 1 / 16, 1 / 256, 1 / 2]);
    expect(Object.keys(result.kinds)[0]).toBe('coco_one');
  });

  test("What'sUp: a set that lacks a picture is not asked, and counted", async () => {
    const rows = sides.slice(0, 3).map((side) => controlled('cup', side, 'desk', side));
    const of = (some: typeof rows) => read('whatsup', { 'controlled_images_dataset.json': some }, pictures);
    const { coverage, chances } = await of(rows);
    // Its chance is known all the same.
    expect(chances).toMatchObject({ controlled_a_pair: 1 / 16, controlled_a_set: 1 / 256 });
    // A picture that comes twice stands for no other.
    const doubled = await of([...rows, rows[0]!]);
    expect(doubled.coverage!.controlled_a_set).toEqual({ scored: 0, total: 0, excluded: 1 });
    expect(coverage).toEqual({
      controlled_a: { scored: 3, total: 3 },
      controlled_a_pair: { scored: 1, total: 1, excluded: 1 },
      controlled_a_set: { scored: 0, total: 0, excluded: 1 },
    });
  });

  const header =
    'image_path,caption_0,caption_1,caption_2,caption_3,correct_answer,correct_answer_template\n';
  test('NegBench: choices by their template, and retrieval as a gallery of its own', async () => {
    const benchmark = await read(
      'negbench',
      {
        'images/COCO_val_mcq_llama3.1_rephrased.csv': `${header}data/coco/images/val2017/a.jpg,"a dog, no cat",10,20,30,1,hybrid\ndata/coco/images/val2017/b.jpg,10,20,30,40,3,positive\n`,
        'images/COCO_val_retrieval.csv': `,positive_objects,filepath,captions\n0,['dog'],data/coco/images/val2017/a.jpg,"['10', ""20""]"\n1,[],data/coco/images/val2017/b.jpg,['40']\n`,
      },
      ['images/a.jpg', 'images/b.jpg'],
    );
    const angles = { 'a.jpg': 8, 'b.jpg': 42, 'a dog, no cat': 50, '10': 10, '20': 20, '30': 30, '40': 40 };
    const result = await judge(benchmark, angles);
    const kind = 'COCO_val_mcq_llama3.1_rephrased';
    expect(result.kinds[kind]).toMatchObject({ correct: 2, total: 2 });
    expect(Object.keys(result.by!.answer!)).toEqual(['hybrid', 'positive']);
    expect(result.galleries!.COCO_val_retrieval!.textToImage[1]).toMatchObject({ correct: 3, total: 3 });
    expect(result.chance).toBe(1 / 4);
  });

  test('CREPE: hard negatives as Python writes them, by their type', async () => {
    const head = ',image_id,x,y,width,height,caption,hard_negs\n';
    const rows = `0,12,0,0,5,5,10,"['20', ""30 isn't""]"\n1,12,1,0,5,5,40,"['30', '20']"\n`;
    const benchmark = await read(
      'crepe',
      {
        'prod_hard_negatives/swap/prod_vg_hard_negs_swap_complexity_4.csv': head + rows,
        'prod_hard_negatives/swap/prod_vg_hard_negs_swap_complexity_5.csv':
          head + rows.slice(0, rows.indexOf('1,12')),
      },
      ['VG_100K/12.jpg'],
    );
    const angles = { '12.jpg': 0, '10': 10, '20': 20, '30': 30, "30 isn't": 30, '40': 40 };
    expect(await values(benchmark, angles)).toEqual({ prod_swap: 2 / 3 });
    expect(benchmark.chance).toBe(1 / 3);
    // The same caption of the same picture in two files: the questions are crossed by both.
    expect(benchmark.questions[0]!.clusters).toMatchObject({ caption: ['10'] });
  });

  test('VL-CheckList: the first of POS and NEG, kinds by their files', async () => {
    const benchmark = await read(
      'vl-checklist',
      {
        'data/Attribute/vaw/action.json': [['VG_100K/1.jpg', { POS: ['10', 'x'], NEG: ['20'] }]],
        'data/Relation/swig_action.json': [['skiing_1.jpg', { POS: ['20'], NEG: ['10'] }]],
        'data/Object/Size/swig_size/swig_place/swig_place_large.json': [],
      },
      ['vg/VG_100K/1.jpg', 'swig/skiing_1.jpg'],
    );
    expect(await values(benchmark, { '1.jpg': 0, 'skiing_1.jpg': 0, '10': 10, '20': 20 })).toEqual({
      attribute_vaw_action: 1,
      relation_swig_action: 0,
    });
  });
});

describe('a caption with N pictures', () => {
  test('SPEC: both ways, chance by the number of choices', async () => {
    const benchmark = await read(
      'spec',
      {
        'count/image2text.json': [{ query: 'a.png', keys: ['10', '20', '30'], label: 1 }],
        'count/text2image.json': [{ query: '20', keys: ['a.png', 'b.png'], label: 1 }],
        'existence/image2text.json': [{ query: 'b.png', keys: ['10', '20'], label: 0 }],
      },
      ['count/a.png', 'count/b.png', 'existence/b.png'],
    );
    const angles = { 'a.png': 19, 'b.png': 40, '10': 10, '20': 20, '30': 30 };
    expect(await values(benchmark, angles)).toEqual({ i2t_count: 1, t2i_count: 0, i2t_existence: 0 });
    expect(benchmark.chances).toEqual({ t2i_count: 1 / 2, i2t_existence: 1 / 2 });
    expect(benchmark.means).toEqual({ I2T: ['i2t_count', 'i2t_existence'], T2I: ['t2i_count'] });
  });

  const head =
    'sentence,pos_triplet,neg_triplet,pos_url,neg_url,pos_image_id,neg_image_id,subj_neg,verb_neg,obj_neg\n';
  test('SVO-Probes: which picture, by what is wrong; sentences and pictures that several questions share are clusters', async () => {
    const row = (pos: string, neg: string, flags: string) =>
      `a girl sits,"girl,sit,bench","boy,sit,bench",http://x/1.jpg,http://x/2.jpg,${pos},${neg},${flags}\n`;
    const benchmark = await read(
      'svo-probes',
      {
        'svo_probes.csv':
          head +
          row('1', '2', 'True,False,False') +
          row('1', '3', 'True,False,False') +
          row('1', '9', 'False,True,False'),
      },
      ['images/1.jpg', 'images/pos_1.jpg', 'images/2.jpg', 'images/neg_3.jpg'],
    );
    expect(await values(benchmark, { '1.jpg': 10, '2.jpg': 30, 'neg_3.jpg': 5, 'a girl sits': 0 })).toEqual({
      subject: 1 / 2,
    });
    expect(benchmark.coverage).toEqual({ subject: { scored: 2, total: 2 }, verb: { scored: 0, total: 1 } });
    expect(benchmark.questions[0]!.clusters).toEqual({
      picture: [expect.stringMatching(/1\.jpg$/), expect.stringMatching(/2\.jpg$/)],
      caption: ['a girl sits'],
    });
    // Who never looks gives both pictures one score, a tie.
    expect((await evaluateBlind(benchmark)).kinds.subject).toMatchObject({ correct: 0, total: 2 });
  });
});

describe('two pairs', () => {
  const bytes = (value: number) => Uint8Array.of(value);
  const all = { text: 1, image: 1, group: 1, pairing: 1 };
  test('BiVLC, out of Parquet with its pictures, by type and subtype', async () => {
    const row = {
      image: bytes(1),
      caption: '10',
      negative_caption: '50',
      negative_image: bytes(2),
      type: 'add',
      subtype: 'obj',
    };
    const benchmark = await read('bivlc', {
      'test-00000-of-00001.parquet': parquet([row, { ...row, caption: '60', type: 'swap' }]),
    });
    const angles = { '1': 0, '2': 60, '10': 10, '50': 50, '60': 60 };
    const result = await judge(benchmark, angles);
    // The second row: picture 1 (0°) prefers 50 to 60, picture 2 (60°) prefers 60 to 50.
    expect(result.by!.type!.add!.group).toMatchObject({ correct: 1, total: 1 });
    expect(result.by!.type!.swap!.group).toMatchObject({ correct: 0, total: 1 });
    expect(result.mean.value).toBe(1 / 2);
    expect(result.chances).toEqual({ group: 1 / 6, pairing: 1 / 2 });
  });
  test('VisMin, by category', async () => {
    const row = {
      id: 'x_1',
      image_0: bytes(1),
      image_1: bytes(2),
      text_0: '10',
      text_1: '50',
      category: 'counting',
    };
    const benchmark = await read('vismin', { 'data/test-00000-of-00001.parquet': parquet([row]) });
    expect(await values(benchmark, { '1': 0, '2': 60, '10': 10, '50': 50 })).toEqual(all);
    expect(benchmark.questions.map(({ id }) => id)).toEqual([
      'text/x_1',
      'image/x_1',
      'group/x_1',
      'pairing/x_1',
    ]);
    expect(benchmark.questions[0]!.by).toEqual({ category: 'counting' });
  });
  test('MMVP-VLM: rows two by two, "a photo of" before the statement, pictures in the folder of the pattern', async () => {
    const rows =
      '1,Orientation and Direction,a cat facing left\n2,Orientation and Direction,"a cat, facing right"\n';
    const pictures = ['1', '2'].map((id) => `MLLM_VLM Images/Orientation and Direction/${id}.jpg`);
    const benchmark = await read(
      'mmvp-vlm',
      { 'Questions.csv': `Question ID,Type,Statement\n${rows}` },
      pictures,
    );
    const angles = {
      '1.jpg': 0,
      '2.jpg': 60,
      'a photo of a cat facing left': 40,
      'a photo of a cat, facing right': 50,
    };
    // Both captions are nearer to the second picture; together the right way is better: cos 40 + cos 10 > cos 50 + cos 20.
    expect(await values(benchmark, angles)).toEqual({ text: 1, image: 0, group: 0, pairing: 1 });
    expect(benchmark.means).toEqual({ image: ['image'] });
  });
  test('ColorSwap, JSON with names of pictures', async () => {
    const row = {
      id: 0,
      caption_1: '10',
      caption_2: '50',
      image_1: 'images/img_0_1.png',
      image_2: 'images/img_0_2.png',
      image_source: 'midjourney',
      caption_source: 'human',
    };
    const benchmark = await read('colorswap', { 'test.json': [row] }, [
      'images/img_0_1.png',
      'images/img_0_2.png',
    ]);
    expect(await values(benchmark, { 'img_0_1.png': 0, 'img_0_2.png': 60, '10': 10, '50': 50 })).toEqual(all);
    expect(benchmark.questions[0]!.by).toEqual({ pictures: 'midjourney', captions: 'human' });
  });
  test('COCO-Counterfactuals, names without an ending', async () => {
    const row = { id: '186637', image_0: '186637_0', image_1: '186637_1', caption_0: '10', caption_1: '50' };
    const benchmark = await read('coco-counterfactuals', { 'data/examples.jsonl': lines(row) }, [
      'data/images/186637_0.jpg',
      'images/186637_1.jpg',
    ]);
    const missing = benchmark.withoutImage!.length;
    const found = await read('coco-counterfactuals', { 'examples.jsonl': lines(row) }, [
      'images/186637_0.jpg',
      'images/186637_1.jpg',
    ]);
    expect(await values(found, { '186637_0.jpg': 0, '186637_1.jpg': 60, '10': 10, '50': 50 })).toEqual(all);
    expect(missing).toBe(4);
  });
  test('EqBen, by set; the shuffled annotation is refused', async () => {
    const row = { image0: 'eqbensd/a_0.png', caption0: '10', image1: 'eqbensd/a_1.png', caption1: '50' };
    const benchmark = await read('eqben', { 'ann.json': [row] }, [
      'image/eqbensd/a_0.png',
      'image/eqbensd/a_1.png',
    ]);
    expect(await values(benchmark, { 'a_0.png': 0, 'a_1.png': 60, '10': 10, '50': 50 })).toEqual(all);
    expect(benchmark.questions[0]!.by).toEqual({ set: 'eqbensd' });
    await expect(read('eqben', { 'ann.json': [{ image: 'a.png', caption: 'x' }] })).rejects.toThrow(
      /ann\.json, row 1: there must be image0, got image, caption\.$/,
    );
  });
});

describe('hard positives', () => {
  const row = (caption: string, negative: string, name = 'data/VG_100K/1.jpg') => ({
    image_id: '1',
    true_caption: caption,
    false_caption: negative,
    image_path: name,
  });
  const files = {
    'data/vl_checklist_attributes.json': [row('10', '30'), row('20', '30', 'data/VG_100K/2.jpg')],
    'swapped_data/vl_checklist_attributes.json': [row('20', '30'), row('40', '30', 'data/VG_100K/2.jpg')],
  };
  test('both true captions must be above the false one', async () => {
    const benchmark = await read('hard-positives', files, ['data/VG_100K/1.jpg', 'data/VG_100K/2.jpg']);
    const angles = { '1.jpg': 0, '2.jpg': 0, '10': 10, '20': 20, '30': 30, '40': 40 };
    expect(await values(benchmark, angles)).toEqual({
      both_attributes: 1 / 2,
      original_attributes: 1,
      positive_attributes: 1 / 2,
    });
    expect([benchmark.chance, benchmark.chances]).toEqual([
      1 / 3,
      { original_attributes: 1 / 2, positive_attributes: 1 / 2 },
    ]);
    expect(Object.keys(benchmark.means!)).toEqual(['both', 'original', 'positive']);
  });
  test('the two files must be of the same pictures, row by row', async () => {
    const path = 'data/vl_checklist_attributes.json';
    await expect(read('hard-positives', { [path]: files[path] })).rejects.toThrow(
      /there is data\/vl_.*, and no file of its name/,
    );
    const other = {
      ...files,
      [`swapped_${path}`]: files[`swapped_${path}` as 'swapped_data/vl_checklist_attributes.json'].slice(1),
    };
    await expect(read('hard-positives', other)).rejects.toThrow(
      /must hold a row for each of 2 of data\/vl_.*, got 1\.$/,
    );
    const turned = { ...files, [`swapped_${path}`]: files[path].toReversed() };
    await expect(read('hard-positives', turned)).rejects.toThrow(
      /row 1: image_path must be "data\/VG_100K\/1\.jpg", as in/,
    );
  });
});

describe('what is not of the form is refused in one sentence, with file and row', () => {
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
  const pair = { id: 'a', image_0: '0', image_1: '1', caption_0: 'x', caption_1: 'y' };
  const choice = 'image_path,caption_0,caption_1,caption_2,caption_3,correct_answer\n';
  const qa = (row: unknown) => ({ 'coco_qa_one_obj.json': [[1, 'a', 'b'], row] });
  const spec = (row: object) => ({
    'count/image2text.json': [{ query: 'a.png', keys: ['x', 'y'], label: 0, ...row }],
  });
  test.each<[Name, Readonly<Record<string, unknown>>, RegExp]>([
    [
      'whatsup',
      { 'other.json': [] },
      /f\d+ holds no file of What'sUp; .*controlled_images_dataset\.json.* was looked for\.$/,
    ],
    ['whatsup', { 'coco_qa_one_obj.json': {} }, /must hold a list of rows, got/],
    ['whatsup', { 'coco_qa_one_obj.json': [] }, /holds no rows\.$/],
    [
      'whatsup',
      { 'coco_qa_one_obj.json': deep },
      /coco_qa_one_obj\.json must not be nested deeper than 100 levels\.$/,
    ],
    ['whatsup', { 'coco_qa_one_obj.json': '[[1, "a", NaN]]' }, /coco_qa_one_obj\.json must be JSON: /],
    [
      'bivlc',
      {
        'x.parquet': parquet([
          { image: 'a', caption: 'b', negative_caption: 'c', negative_image: 'd', type: 7 },
        ]),
      },
      /x\.parquet, row 1: type must be a text, got 7\.$/,
    ],
    [
      'whatsup',
      {
        'controlled_images_dataset.json': [
          { image_path: 'data/controlled_images/cup-left-of-desk.jpeg', caption_options: ['a', 'b'] },
        ],
      },
      /row 1: image_path must be as beer-bottle_left_of_armchair\.jpeg, got "data\/controlled_images\/cup-left-of-desk\.jpeg"\.$/,
    ],
    ['whatsup', qa([2, 'a']), /row 2: must be a list \[image, right, wrong\], got an array of 2\.$/],
    ['whatsup', qa([2, 'a', '']), /row 2: wrong must be a text that is not empty, got/],
    [
      'whatsup',
      qa(['../../etc/x', 'a', 'b']),
      /row 2: image must be a number, by which the picture is called, got "\.\.\/\.\.\/etc\/x"\.$/,
    ],
    [
      'whatsup',
      qa([-4, 'a', 'b']),
      /row 2: image must be a number, by which the picture is called, got -4\.$/,
    ],
    [
      'whatsup',
      qa([{ a: 1 }, 'a', 'b']),
      /row 2: there must be \{image:12\}\.jpg, got image, right, wrong\.$/,
    ],
    [
      'whatsup',
      { 'controlled_clevr_dataset.json': [{ image_path: 'cup_on_desk.jpeg', caption_options: ['one'] }] },
      /row 1: there must be at least two to choose from, got 1\.$/,
    ],
    [
      'whatsup',
      { 'controlled_clevr_dataset.json': [{ image_path: 'cup_on_desk.jpeg', caption_options: ['one', 3] }] },
      /caption_options must be a list of texts that are not empty, got 3\.$/,
    ],
    [
      'negbench',
      { 'x_mcq.csv': 'image_path,caption_0\na.jpg,x\n' },
      /x_mcq\.csv, row 1: there must be caption_1, got image_path, caption_0\.$/,
    ],
    [
      'negbench',
      { 'x_mcq.csv': `${choice}a.jpg,x,y,z,w,4\n` },
      /row 1: correct_answer must be a whole number from 0 to 3, got "4"\.$/,
    ],
    [
      'negbench',
      { 'x_mcq.csv': `${choice}a.jpg,x,y,z,w,nan\n` },
      /row 1: correct_answer must be a number, got "nan"\.$/,
    ],
    [
      'negbench',
      { 'x_mcq.csv': `${choice}a.jpg,x,,z,w,0\n` },
      /row 1: caption_1 must be a text that is not empty, got/,
    ],
    [
      'negbench',
      { 'x_mcq.csv': `${choice}a.jpg,x,y,z\n` },
      /x_mcq\.csv, line 2 has 4 columns where the header has 6\.$/,
    ],
    [
      'negbench',
      { 'x_mcq.csv': `${choice}a.jpg,"x,y,z\n` },
      /a quote that opens behind line 1 is never closed/,
    ],
    [
      'negbench',
      { 'x_mcq.csv': `${choice}a.mp4,x,y,z,w,0\n` },
      /row 1: image_path must name a picture, got "a\.mp4"; leave out files of videos\.$/,
    ],
    [
      'negbench',
      { 'x_retrieval.csv': 'filepath,captions\na.jpg,"[1, 2]"\n' },
      /row 1: captions must be a list of texts that are not empty, got 1\.$/,
    ],
    [
      'crepe',
      {
        'prod_vg_hard_negs_atom_complexity_4.csv':
          'image_id,x,y,width,height,caption,hard_negs\n1,0,0,0,5,a,"[\'b\']"\n',
      },
      /row 1: width and height must be above 0, got 0 and 5\.$/,
    ],
    [
      'spec',
      spec({ label: 2 }),
      /count\/image2text\.json, row 1: label must be a whole number from 0 to 1, got 2\.$/,
    ],
    ['spec', spec({ label: 0.5 }), /label must be a whole number from 0 to 1, got 0\.5\.$/],
    ['spec', spec({ keys: 'x' }), /row 1: there must be at least two to choose from, got 1\.$/],
    ['spec', spec({ query: '/etc/passwd' }), /must not lead out of its folder\.$/],
    [
      'svo-probes',
      {
        'svo_probes.csv':
          'sentence,pos_image_id,neg_image_id,subj_neg,verb_neg,obj_neg\na,1,2,False,False,False\n',
      },
      /row 1: one of subj_neg, verb_neg and obj_neg must be True\.$/,
    ],
    [
      'coco-counterfactuals',
      { 'examples.jsonl': lines(pair, pair) },
      /examples\.jsonl, row "a": its id comes twice\.$/,
    ],
    [
      'coco-counterfactuals',
      { 'examples.jsonl': `${lines(pair)}{"id":` },
      /examples\.jsonl, line 2 must be JSON: /,
    ],
    [
      'coco-counterfactuals',
      { 'examples.jsonl': lines({ ...pair, id: null }) },
      /row 1: id must be a text or a number, got null\.$/,
    ],
    [
      'coco-counterfactuals',
      { 'examples.jsonl': lines({ ...pair, image_1: '../1' }) },
      /row "a": the picture's name "\.\.\/1" must not lead/,
    ],
    [
      'mmvp-vlm',
      { 'Questions.csv': 'Question ID,Type,Statement\n1,T,x\n' },
      /Questions\.csv, row "1": it has no partner: rows come in twos\.$/,
    ],
    ['bivlc', { 'test.parquet': 'PAR1 and no more PAR1' }, /test\.parquet/],
    [
      'bivlc',
      { 'test.parquet': parquet([{ image: 'a.jpg', caption: 'x' }]) },
      /row 1: there must be negative_image, got image, caption\.$/,
    ],
    [
      'vl-checklist',
      { 'data/Relation/x_action.json': [['a.jpg', { POS: ['x'] }]] },
      /row 1: there must be texts\.NEG\.0, got image, texts\.$/,
    ],
  ])('%s %#', async (name, files, sentence) => {
    const reading = read(name, files);
    await expect(reading).rejects.toThrow(sentence);
    await expect(reading).rejects.toThrow(/^[^\n]*$/);
  });
  test('what a caller has parsed: rows of a lone file, or rows by the names of their files', async () => {
    const images = (name: string) => name;
    const lone = await loadBenchmark('coco-counterfactuals', [pair], { images });
    expect(lone.questions).toHaveLength(4);
    const named = await loadBenchmark('spec', spec({}), { images });
    expect(named.questions[0]!.kind).toBe('i2t_count');
    await expect(loadBenchmark('spec', [pair], { images })).rejects.toThrow(
      /^spec: pass a file, a folder, or rows by the names of their files/,
    );
    await expect(loadBenchmark('spec', { 'x.json': [pair] }, { images })).rejects.toThrow(
      'spec: x.json holds no rows.',
    );
    await expect(loadBenchmark('vismin', folder.path('nowhere'), {})).rejects.toThrow(
      /cannot read .*nowhere/,
    );
  });
});

test('every row of the table says what it is, and its file names its columns', () => {
  for (const [name, row] of Object.entries(publishedTable())) {
    expect(name).toMatch(/^[a-z-]+$/);
    expect(row.paper).toMatch(/\d{4}/);
    expect(row.code).toContain('/');
    for (const text of [row.title, row.asks, row.kinds, row.source, row.licence, row.disk])
      expect(text).not.toBe('');
  }
});

test('each benchmark of the field that is read by name is described, and the others are of this project', () => {
  const described = new Set(publishedBenchmarks().map(([name]) => name));
  const own = ['half-truths', 'negations'];
  expect(listBenchmarks().filter((name) => !described.has(name))).toEqual(own);
});

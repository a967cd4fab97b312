import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import type { publishedTable } from '../loaders/published-table';
import { runCommand } from '../testing/run-command';

const folder = useFolder();

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Row = readonly Json[] | { readonly [key: string]: Json };

const pair = { image_0: 'a.png', image_1: 'b.png', caption_0: 'a cat', caption_1: 'a dog' };
const positive = {
  ...{ image_path: 'data/VG_100K/1.jpg', true_caption: 'a cat', false_caption: 'a dog' },
  ...{ bbox_x: 0, bbox_y: 0, bbox_w: 4, bbox_h: 4 },
};

/** A right file of every form of the table, by its name. */
const right: Readonly<
  Record<keyof ReturnType<typeof publishedTable>, readonly [file: string, rows: readonly Row[]]>
> = {
  whatsup: [
    'controlled_images_dataset.json',
    [{ image_path: 'data/controlled_images/cup_on_desk.jpeg', caption_options: ['a', 'b', 'c', 'd'] }],
  ],
  negbench: [
    'COCO_val_mcq.csv',
    [
      {
        image_path: 'a.jpg',
        caption_0: 'a',
        caption_1: 'b',
        caption_2: 'c',
        caption_3: 'd',
        correct_answer: 1,
      },
    ],
  ],
  bivlc: [
    'test.parquet',
    [
      {
        image: 'a.png',
        caption: 'a',
        negative_caption: 'b',
        negative_image: 'b.png',
        type: 'add',
        subtype: 'obj',
      },
    ],
  ],
  vismin: [
    'test.parquet',
    [{ id: 'x', image_0: 'a.png', image_1: 'b.png', text_0: 'a', text_1: 'b', category: 'counting' }],
  ],
  'mmvp-vlm': [
    'Questions.csv',
    [1, 2].map((id) => ({ 'Question ID': id, Type: 'Quantity', Statement: `there are ${id}` })),
  ],
  colorswap: [
    'test.json',
    [
      {
        id: 0,
        caption_1: 'a',
        caption_2: 'b',
        image_1: 'a.png',
        image_2: 'b.png',
        image_source: 'x',
        caption_source: 'y',
      },
    ],
  ],
  'coco-counterfactuals': ['examples.jsonl', [{ id: 'a', ...pair }]],
  crepe: [
    'prod_vg_hard_negs_swap_complexity_4.csv',
    [{ image_id: 12, x: 0, y: 0, width: 5, height: 5, caption: 'a', hard_negs: "['b', 'c']" }],
  ],
  spec: ['count/image2text.json', [{ query: 'a.png', keys: ['a', 'b'], label: 0 }]],
  'svo-probes': [
    'svo_probes.csv',
    [
      {
        sentence: 'a girl sits',
        pos_image_id: 1,
        neg_image_id: 2,
        subj_neg: true,
        verb_neg: false,
        obj_neg: false,
      },
    ],
  ],
  'hard-positives': ['data/vl_checklist_attributes.json', [positive]],
  'vl-checklist': ['Attribute/vaw/action.json', [['VG_100K/1.jpg', { POS: ['a'], NEG: ['b'] }]]],
  eqben: ['ann.json', [{ image0: 'a.png', image1: 'b.png', caption0: 'a', caption1: 'b' }]],
};

function contentOf(file: string, rows: Json): string | Uint8Array {
  const list = (Array.isArray(rows) ? rows : [rows]) as readonly Row[];
  if (file.endsWith('.jsonl')) return list.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (file.endsWith('.json')) return JSON.stringify(rows);
  const objects = list.map((row) => Object(row) as Record<string, Json>);
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const word = (value: Json | undefined) =>
    value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  if (file.endsWith('.csv')) {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    return `${[names, ...objects.map((row) => names.map((name) => word(row[name])))].map((line) => line.map(quoted).join(',')).join('\n')}\n`;
  }
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: names.map((name) => {
        const data = objects.map((row) => row[name] ?? null);
        const isNumber = data.every((value) => typeof value === 'number');
        return isNumber
          ? { name, data: data as number[], type: 'DOUBLE' as const }
          : {
              name,
              data: data.map((value) => (value === null ? null : word(value))) as string[],
              type: 'STRING' as const,
              nullable: true,
            };
      }),
    }),
  );
}

let count = 0;
/** What the command says of a folder with this file, and, where the form is in two files, a right second one. */
async function say(name: string, file: string, content: string | Uint8Array) {
  const root = folder.path(`f${count++}`);
  const files: Record<string, string | Uint8Array> = { [file]: content };
  if (name === 'hard-positives') files[file.replace('data/', 'swapped_data/')] = JSON.stringify([positive]);
  for (const [each, text] of Object.entries(files)) {
    mkdirSync(dirname(`${root}/${each}`), { recursive: true });
    writeFileSync(`${root}/${each}`, text);
  }
  // Each file that can be read comes to the backend: this one needs no start.
  const args = ['run', 'no-model', '--benchmark', `${name}=${root}`, '--blind', '--backend', 'cpu'];
  return runCommand(folder.path('.'), ...args);
}

/** One sentence, exit 1, no stack; a file that is right after all comes to the model, which isn't there. */
function expectOneSentence({ code, stdout, stderr }: Awaited<ReturnType<typeof runCommand>>, what: string) {
  expect([what, code, stdout]).toEqual([what, 1, '']);
  expect(stderr, what).toMatch(/^slipform-bench: [^\n]+[.?]\n$/);
  expect(stderr, what).not.toMatch(/this is a bug|\n\s+at |\[object/);
  return stderr;
}
const isRead = (said: string) => said.includes('no-model');

let deep: Json = 'x';
for (let depth = 0; depth < 2000; depth++) deep = [deep];

const values: readonly Json[] = [
  ...[null, true, '', ' ', -1, 1e300, 0.5, '1e999', 'NaN', 'x'.repeat(100_000), '__proto__'],
  ...[
    '../../etc/passwd',
    '/etc/passwd',
    '..\\..\\x',
    'a/../../b.png',
    'a\u0000b',
    '\u202ea',
    'file:///etc/passwd',
  ],
  ...[[], {}, [[]], [null], [''], ['a', 'a'], { path: '../x' }, { bytes: 'x' }, deep],
];

describe.each(Object.entries(right))('%s', (name, [file, rows]) => {
  const [first, ...rest] = rows;
  const isList = Array.isArray(first);

  test('a right file is read', async () => {
    expect(isRead(expectOneSentence(await say(name, file, contentOf(file, rows)), 'right'))).toBe(true);
  });

  test('a field of any other value', async () => {
    for (const field of Object.keys(first!)) {
      for (const value of values) {
        const row = isList
          ? (first as readonly Json[]).map((each, at) => (String(at) === field ? value : each))
          : { ...first, [field]: value };
        const what = `${field} = ${JSON.stringify(value).slice(0, 40)}`;
        expectOneSentence(await say(name, file, contentOf(file, [row, ...rest])), what);
      }
      const without = isList
        ? (first as readonly Json[]).filter((_, at) => String(at) !== field)
        : Object.fromEntries(Object.entries(first!).filter(([each]) => each !== field));
      expectOneSentence(await say(name, file, contentOf(file, [without, ...rest])), `without ${field}`);
    }
  });

  test('no rows, rows twice, too deep or outside of a list', async () => {
    const more: readonly Json[] = [
      [],
      {},
      [rows],
      [[]],
      [null],
      [3],
      ['x'],
      { rows },
      [...rows, ...rows],
      null,
      'x',
    ];
    for (const each of more) {
      const what = JSON.stringify(each).slice(0, 40);
      expectOneSentence(await say(name, file, contentOf(file, each)), what);
    }
  });

  test('bytes that are not what they were', async () => {
    const bytes = Buffer.from(contentOf(file, rows));
    const text = bytes.toString('utf8');
    const isText = !file.endsWith('.parquet');
    const damaged: Record<string, Uint8Array | string> = {
      empty: '',
      blank: ' \n\n',
      half: bytes.subarray(0, bytes.length >> 1),
      'a byte of no letter': Buffer.concat([bytes.subarray(0, 12), Buffer.of(0xff), bytes.subarray(12)]),
      'twice behind each other': Buffer.concat([bytes, bytes]),
      Parquet: Buffer.from('PAR1xxxxPAR1'),
      gzip: Buffer.of(0x1f, 0x8b, 8, 0, 0, 0),
      'UTF-16': Buffer.from(`\ufeff${text}`, 'utf16le'),
      ...(isText ? { NaN: text.replace(/\d+/, 'NaN'), huge: text.replace(/\d+/, '1e999') } : {}),
    };
    for (const [what, content] of Object.entries(damaged))
      expectOneSentence(await say(name, file, content), what);
    // These two change nothing.
    if (!isText) return;
    for (const content of [`\ufeff${text}`, text.replaceAll('\n', '\r\n')])
      expect(isRead(expectOneSentence(await say(name, file, content), 'BOM, CRLF'))).toBe(true);
  });
});

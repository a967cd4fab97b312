// With SLIPFORM_PYTHON alone: the readers that people have for our outputs, each the real one.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { describeWithPython, runPython } from '@slipform/kit/testing/python';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { runCommand } from '../command';
import { packTar } from '../testing/pack-tar';

type Row = Record<string, unknown>;

/** What read_outputs.py prints. */
interface Seen {
  readonly versions: Readonly<Record<string, string>>;
  readonly negatives: Readonly<Record<string, Row[]>> & { readonly types: Readonly<Record<string, string>> };
  readonly natural: Readonly<Record<string, Row[]>>;
  readonly datasets: Row[] | null;
  readonly negclip: {
    readonly row: number;
    readonly other: number;
    readonly captions: readonly string[];
    readonly files: readonly string[];
    readonly tokens: readonly number[];
    readonly pictures: readonly number[];
  }[];
  readonly 'open_clip csv': readonly (readonly number[])[][];
  readonly 'open_clip tars': {
    readonly samples: number;
    readonly images: readonly number[];
    readonly tokens: readonly number[];
  } | null;
  readonly webdataset: Readonly<Record<string, Row[]>>;
}

const captions = [
  ...readFileSync(fileURLToPath(new URL('../../fixtures/captions.txt', import.meta.url)), 'utf8')
    .trim()
    .split('\n'),
  '😀 A man rides a brown horse along the "old" beach.',
  "A boy's red kite hangs in a tree; it's torn.",
  'a giraffe standing on a grass covered field',
  'a zebra standing on a grass covered field',
  'three planes are parked on an airport',
  'four planes are parked on an airport',
];
const idOf = (at: number) => String(at + 1).padStart(9, '0');
const flat = (row: JsonObject): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, unknown][] =>
      isJsonObject(value)
        ? Object.entries(value).map(([part, x]) => [`${name}.${part}`, x])
        : [[name, value]],
    ),
  );

/** A null, and a column that has nothing, are the same to a table. */
const withoutNull = (row: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

describeWithPython('readers of outputs', () => {
  const { file, path } = useFolder();
  let seen: Seen;
  const recordsOf = (name: string): JsonObject[] =>
    readFileSync(path(`${name}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  /** The records of each caption, in their order. */
  const byCaption = (name: string): JsonObject[][] => {
    const groups = new Map<unknown, JsonObject[]>();
    for (const record of recordsOf(name)) groups.set(record.id, [...(groups.get(record.id) ?? []), record]);
    return [...groups.values()];
  };

  beforeAll(async () => {
    for (const folder of ['pictures', 'in', 'tars', 'side']) mkdirSync(path(folder));
    const pictures = await Promise.all(
      captions.map((_, at) =>
        sharp({
          create: { width: 10 + at, height: 12, channels: 3, background: { r: at * 3, g: 90, b: 200 } },
        })
          .jpeg()
          .toBuffer(),
      ),
    );
    const rows = captions.map((caption, at) => ({
      id: idOf(at),
      caption,
      image_id: `photo-${at}`,
      filepath: file(`pictures/${at}.jpg`, pictures[at]!),
      url: `https://example.org/${at}?a=1`,
      width: 10 + at,
    }));
    file('all.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const members = rows.flatMap((row, at) => [
      { name: `${row.id}.jpg`, content: pictures[at]! },
      { name: `${row.id}.txt`, content: row.caption },
      { name: `${row.id}.json`, content: JSON.stringify({ url: row.url, width: row.width }) },
    ]);
    const half = 3 * Math.floor(rows.length / 2);
    file('in/0.tar', await packTar(...members.slice(0, half)));
    file('in/1.tar', await packTar(...members.slice(half)));
    file('all.tar', await packTar(...members));

    const keep = ['--keep', 'url,width', '--per-caption', '3', '--quiet', '--workers', '1'];
    const run = async (...args: string[]) => expect(await runCommand(args)).toBe(0);
    for (const format of ['jsonl', 'parquet', 'tsv']) {
      const offsets = format === 'tsv' ? [] : ['--offsets', 'codepoints'];
      await run('mine', path('all.jsonl'), '-o', path(`negatives.${format}`), ...keep, ...offsets);
      const natural = ['-o', path(`natural.${format}`), '--keep', 'url,width', '--keep-all', '--quiet'];
      await run('pairs', path('all.jsonl'), ...natural, ...offsets);
    }
    const tars = [path('in/{0..1}.tar'), '--output-format', 'tar', '--quiet', '--workers', '1'];
    await run('mine', ...tars, '-o', path('tars/'));
    await run('merge', path('tars/'), '--quiet');
    await run('mine', ...tars, '-o', path('side/'), '--output-format', 'side-tar');
    await run('pairs', path('all.tar'), '-o', path('natural.tar'), '--quiet');
    seen = await runPython(new URL('read_outputs.py', import.meta.url), path(''));
    console.info('tried with', JSON.stringify(seen.versions));
  });

  it.each(['negatives', 'natural'] as const)('pandas and pyarrow read what %s say', (name) => {
    const records = recordsOf(name).map(withoutNull);
    expect(records.length).toBeGreaterThan(4);
    const flatRecords = records.map(flat);
    expect(seen[name]['pandas.read_json']).toEqual(records);
    expect(seen[name]['pyarrow.json']).toEqual(records);
    // Of a caption without a negative Parquet has the columns, and nothing in them.
    expect(seen[name]['pandas.read_parquet']).toEqual(flatRecords);
    expect(seen[name]['pyarrow.parquet']).toEqual(flatRecords);
    expect(records[0]).toMatchObject({ id: expect.stringMatching(/^0+\d+$/), width: expect.any(Number) });
  });

  it('ids are text, offsets are Python’s', () => {
    expect(seen.negatives.types).toMatchObject({ id: 'string', imageId: 'string', 'keyword.start': 'int32' });
    const emoji = recordsOf('negatives').find(({ caption }) => String(caption).startsWith('😀'))!;
    const { text, start, end } = emoji.keyword as { text: string; start: number; end: number };
    expect([...(emoji.caption as string)].slice(start, end).join('')).toBe(text);
  });

  it('datasets reads the same', ({ skip }) => {
    if (seen.datasets === null) skip('the package datasets is not installed');
    expect(seen.datasets).toEqual(recordsOf('negatives').map(withoutNull).map(flat));
  });

  it('the TSV is the same by pandas and by csv', () => {
    for (const name of ['negatives', 'natural'] as const) {
      const groups = byCaption(name);
      const rows = seen[name]['pandas.read_csv']!;
      expect(rows.length).toBe(groups.length);
      expect(seen[name].csv!.length).toBe(rows.length);
      groups.forEach((records, at) => {
        const negatives = records.flatMap(({ negative }) => (negative === undefined ? [] : [negative]));
        const row = rows[at]!;
        expect([row.title, row.filepath, row.neg_caption]).toEqual([
          records[0]!.caption,
          records[0]!.filepath,
          negatives,
        ]);
        expect([row.url, Number(row.width)]).toEqual([records[0]!.url, records[0]!.width]);
        expect(seen[name].csv![at]!.title).toBe(records[0]!.caption);
      });
    }
  });

  it('NegCLIP reads each row, with a negative and another photograph', () => {
    const groups = byCaption('negatives');
    expect(seen.negclip.length).toBe(groups.length);
    for (const { row, other, captions: four, files, tokens, pictures } of seen.negclip) {
      const [own, theirs] = [groups[row]!, groups[other]!];
      expect(own.map(({ negative }) => negative)).toContain(four[1]);
      expect(theirs.map(({ negative }) => negative)).toContain(four[3]);
      expect([four[0], four[2]]).toEqual([own[0]!.caption, theirs[0]!.caption]);
      expect(files).toEqual([own[0]!.filepath, theirs[0]!.filepath]);
      expect(files[0]).not.toBe(files[1]);
      expect([tokens, pictures]).toEqual([
        [4, 77],
        [2, 3, 8, 8],
      ]);
    }
  });

  it('open_clip reads table and shards', ({ skip }) => {
    expect(seen['open_clip csv'].length).toBe(seen.negclip.length);
    for (const [shape, tokens] of seen['open_clip csv']) {
      expect(shape).toEqual([3, 8, 8]);
      expect(tokens![0]).toBe(49406);
    }
    if (seen['open_clip tars'] === null) skip('open_clip reads no tar with webdataset above 0.2.86');
    const samples = Number(JSON.parse(readFileSync(path('tars/sizes.json'), 'utf8'))['0.tar']);
    expect(samples).toBe(seen.webdataset['tars/0.tar']!.length);
    expect(seen['open_clip tars']).toMatchObject({ images: [4, 3, 8, 8], tokens: [4, 77] });
    expect(seen['open_clip tars']!.samples).toBeGreaterThanOrEqual(samples);
  });

  it('webdataset reads shards with pictures, without, and with a partner’s picture', () => {
    for (const shard of ['0.tar', '1.tar']) {
      const [whole, side] = [seen.webdataset[`tars/${shard}`]!, seen.webdataset[`side/${shard}`]!];
      const source = new Map(seen.webdataset[`in/${shard}`]!.map((sample) => [sample.__key__, sample]));
      expect(whole.length).toBeGreaterThan(10);
      expect(side.map(({ __key__ }) => __key__)).toEqual(whole.map(({ __key__ }) => __key__));
      for (const [at, sample] of whole.entries()) {
        const { neg_caption: negative, 'negatives.json': negatives } = sample;
        expect(source.get(sample.__key__)).toMatchObject({ jpg: sample.jpg, txt: sample.txt });
        expect(negatives).toMatchObject([{ id: sample.__key__, caption: sample.txt, negative }]);
        const { jpg, ...rest } = side[at]!;
        expect(jpg).toBeUndefined();
        expect(rest).toMatchObject({ neg_caption: negative, 'negatives.json': negatives });
      }
    }
    const natural = seen.webdataset['natural.tar']!;
    expect(natural.length).toBeGreaterThanOrEqual(4);
    const sizes = new Map(seen.webdataset['all.tar']!.map(({ txt, jpg }) => [txt, jpg]));
    for (const { neg_caption: negative, 'neg.jpg': picture } of natural) {
      expect(picture).toEqual(sizes.get(negative));
    }
  });
});

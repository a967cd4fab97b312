import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnNegatives } from '../drawn-negatives';
import { illustrate } from '../illustrate';
import { negatives } from '../testing/negatives';
import { exportSugarCrepe } from './export-sugar-crepe';
import { webdataset } from './webdataset';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const options = { style: 'twemoji', seed: 3, size: 64 } as const;
const benchmark = await drawnNegatives(negatives, options);

async function expectPicture(png: Uint8Array, caption: string): Promise<void> {
  const { picture } = await illustrate(caption, options);
  expect(Buffer.compare(Buffer.from(decode(png).data as Uint8Array), Buffer.from(picture.data))).toBe(0);
}

test('a folder in the form of SugarCrepe holds every negative, its picture and that of its caption', async () => {
  const target = join(folder, 'crepe');
  await exportSugarCrepe(benchmark, target);
  const files = readdirSync(target).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(['replace_count.json', 'replace_obj.json', 'swap_att.json']);
  const rows = files.flatMap((file) => Object.values(JSON.parse(readFileSync(join(target, file), 'utf8'))));
  expect(rows).toHaveLength(4);
  for (const row of rows as Record<string, string>[]) {
    const { negatives: own } = benchmark.samples.find(({ caption }) => caption === row.caption)!;
    expect(own.map(({ negative }) => negative)).toContain(row.negative_caption);
    await expectPicture(readFileSync(join(target, 'images', row.filename!)), row.caption!);
    await expectPicture(
      readFileSync(join(target, 'hard-images', row.negative_filename!)),
      row.negative_caption!,
    );
  }
});

test('a webdataset shard holds one sample a caption, and the same bytes each time', async () => {
  const bytesOf = async () => {
    const list: Uint8Array[] = [];
    for await (const piece of webdataset(benchmark)) list.push(piece);
    return Buffer.concat(list);
  };
  const bytes = await bytesOf();
  expect(bytes.equals(await bytesOf())).toBe(true);
  const members = new Map<string, Buffer>();
  const reader = extract();
  reader.end(bytes);
  for await (const entry of reader) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    members.set(entry.header.name, Buffer.concat(chunks));
  }
  expect(members.size).toBe(2 * 5);
  const { caption, negatives: own } = benchmark.samples[1]!;
  expect(members.get('000000001.txt')!.toString()).toBe(caption);
  expect(members.get('000000001.neg_caption')!.toString()).toBe(own[0]!.negative);
  await expectPicture(members.get('000000001.neg_png')!, own[0]!.negative);
  expect(JSON.parse(members.get('000000001.negatives.json')!.toString())).toHaveLength(own.length);
});

test('nothing half-written stays where a place is taken', async () => {
  const taken = join(folder, 'taken');
  writeFileSync(taken, 'mine');
  await expect(exportSugarCrepe(benchmark, taken)).rejects.toThrow();
  expect(readFileSync(taken, 'utf8')).toBe('mine');
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
});

test('a folder is replaced only where all that it holds was written by this function', async () => {
  const target = join(folder, 'again');
  await exportSugarCrepe(benchmark, target);
  await exportSugarCrepe(await drawnNegatives(negatives.slice(0, 1)), target);
  expect(readdirSync(join(target, 'images'))).toHaveLength(1);
  const changes: (() => void)[] = [
    () => writeFileSync(join(target, 'notes.txt'), 'mine'),
    () => mkdirSync(join(target, 'empty')),
    () => writeFileSync(join(target, 'images', '000000.png'), 'mine'),
    () => rmSync(join(target, '.slipform-scenes')),
  ];
  for (const change of changes) {
    rmSync(target, { recursive: true });
    await exportSugarCrepe(benchmark, target);
    change();
    const before = readdirSync(target, { recursive: true });
    await expect(exportSugarCrepe(benchmark, target)).rejects.toThrow('did not write as it is now');
    expect(readdirSync(target, { recursive: true })).toEqual(before);
  }
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawScene } from '../draw-scene';
import type { Scene } from '../scene';
import { scenes } from '../scenes';
import { exportSugarCrepe } from './export-sugar-crepe';
import { webdataset } from './webdataset';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const benchmark = scenes({ detail: 'full', count: 6, seed: 3, style: 'twemoji' });

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const list: Uint8Array[] = [];
  for await (const piece of pieces) list.push(piece);
  return list;
}

function expectPicture(png: Uint8Array, scene: Scene): void {
  const expected = drawScene(scene, { style: 'twemoji', scale: 3 }).data;
  expect(Buffer.compare(Buffer.from(decode(png).data as Uint8Array), Buffer.from(expected))).toBe(0);
}

test('a folder in the form of SugarCrepe holds every question, its picture and that of its negative', async () => {
  const target = join(folder, 'crepe');
  await exportSugarCrepe(benchmark, target);
  const files = readdirSync(target).filter((name) => name.endsWith('.json'));
  expect(files).toEqual(
    expect.arrayContaining(['replace_att.json', 'replace_obj.json', 'replace_rel.json', 'swap_obj.json']),
  );
  const rows = files.flatMap((file) => Object.values(JSON.parse(readFileSync(join(target, file), 'utf8'))));
  expect(rows).toHaveLength(benchmark.questions.length);
  for (const row of rows as Record<string, string>[]) {
    const index = Number.parseInt(row.filename!, 10);
    expect(row.caption).toBe(benchmark.captions[index]);
    const item = benchmark.questions.find(
      (each) => each.group === String(index) && each.negative === row.negative_caption,
    )!;
    expectPicture(readFileSync(join(target, 'images', row.filename!)), benchmark.scenes[index]!);
    expectPicture(readFileSync(join(target, 'hard-images', row.negative_filename!)), item.negativeScene);
  }
});

test('a webdataset shard holds one sample a picture, and the same bytes each time', async () => {
  const bytesOf = async () => Buffer.concat(await collect(webdataset(benchmark)));
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
  expect(members.size).toBe(6 * 5);
  expect(members.get('000000004.txt')!.toString()).toBe(benchmark.captions[4]);
  const [first] = benchmark.questions.filter((item) => item.group === '4');
  expect(members.get('000000004.neg_caption')!.toString()).toBe(first!.negative);
  expectPicture(members.get('000000004.neg_png')!, first!.negativeScene);
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
  await exportSugarCrepe(scenes({ count: 3, seed: 1 }), target);
  expect(readdirSync(join(target, 'images'))).toHaveLength(3);
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

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { retrieval, winoground } from '@slipform/bench';
import { trainTokenizer } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';
import type { Icon } from '@slipform/icons';
import { type Corpus, type ExportFormat, exportIcons, openCorpus } from '@slipform/icons/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const plant = join(dirname(require.resolve('@slipform/plant/package.json')), 'bin', 'slipform-plant.js');

// What exportIcons writes is read back by each package that reads such files, with every picture found and no row left out.
const size = 16;
let folder: string;
let corpus: Corpus;
let icons: readonly Icon[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-icon-exports-'));
  corpus = await openCorpus({ root: import.meta.dirname, sets: ['iconoir'] });
  icons = corpus.icons.slice(0, 120);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exported(name: string, format: ExportFormat, more: { readonly negatives?: boolean } = {}) {
  const target = join(folder, name);
  const summary = await exportIcons({ ...corpus, icons }, { folder: target, format, size, ...more });
  expect(summary.skipped).toEqual([]);
  return { ...summary, folder: target };
}

describe('bench', () => {
  it('asks four questions of Winoground for each pair', async () => {
    const { folder, pairs } = await exported('wino', 'winoground');
    const benchmark = winoground(join(folder, 'examples.jsonl'));
    expect(benchmark.questions).toHaveLength(4 * pairs!);
    const coverage = Object.values(benchmark.coverage!);
    expect(coverage.length).toBeGreaterThan(0);
    for (const { scored, total } of coverage) expect(scored).toBe(total);
  });

  it("reads COCO's captions as retrieval", async () => {
    const { folder } = await exported('coco', 'coco');
    const { retrieval: gallery } = retrieval(join(folder, 'captions.json'));
    expect(gallery?.coverage).toEqual({ scored: icons.length, total: icons.length });
    expect([...(gallery?.texts ?? [])].sort()).toEqual(icons.map(({ caption }) => caption).sort());
  });
});

describe('clip trains', () => {
  const open = (source: string, more: object = {}) =>
    trainingData({
      source,
      tokenizer: trainTokenizer(icons.map(({ caption }) => caption)),
      imageSize: size,
      batchSize: 8,
      workers: 0,
      ...more,
    });

  it('from shards, with the other icon of a pair as the hard image', async () => {
    const { folder, negatives } = await exported('shards', 'webdataset', { negatives: true });
    const all = await open(folder);
    expect([all.size, all.skipped.count]).toEqual([icons.length, 0]);
    await all.close();
    const paired = await open(folder, { layout: 'paired' });
    expect(paired.counts.negatives).toBe(negatives);
    const { value: batch } = await paired.batchesFrom(0).next();
    expect(batch!.tokens).toHaveLength(8);
    expect(batch!.hardTokens).toHaveLength(8);
    await paired.close();
  });

  it("from COCO's captions", async () => {
    const { folder } = await exported('coco-clip', 'coco');
    const data = await open(join(folder, 'captions.json'), { images: join(folder, 'images') });
    expect([data.size, data.skipped.count]).toEqual([icons.length, 0]);
    const { value: batch } = await data.batchesFrom(0).next();
    expect(batch!.tokens).toHaveLength(8);
    await data.close();
  });
});

describe('plant reads every caption', () => {
  it.each([
    ['webdataset', 'icons-000000.tar'],
    ['coco', 'captions.json'],
  ] as const)('of %s', async (format, file) => {
    const { folder } = await exported(`plant-${format}`, format);
    const output = join(folder, '..', `${format}.jsonl`);
    const { stdout } = await run(process.execPath, [
      ...[plant, 'mine', join(folder, file), '-o', output],
      ...['--json', '--quiet'],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ captions: icons.length, brokenLines: 0 });
  });
});

it('slipform-bench asks the pairs of icons of the module @slipform/icons/files', async () => {
  const bench = join(dirname(require.resolve('@slipform/bench/package.json')), 'bin', 'slipform-bench.js');
  const model = join(import.meta.dirname, '..', 'lab', 'pair-model');
  const output = join(folder, 'pairs.json');
  const { stdout } = await run(process.execPath, [
    ...[bench, 'run', model, '--module', '@slipform/icons/files', '--size', '48', '-o', output],
  ]);
  expect(stdout).toContain('Colour pairs, 95 % intervals');
  const { results } = JSON.parse(await readFile(output, 'utf8'));
  // The model's card says so; the sets that are installed with the repository are half of the questions.
  expect(results[0].kinds['swap pairing']).toMatchObject({ correct: 736, total: 840 });
  expect(results[0].kinds['thing pairing']).toMatchObject({ correct: 280, total: 280 });
});

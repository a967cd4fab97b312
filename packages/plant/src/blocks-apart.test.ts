import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createPlant } from './plant';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const coco = join(shared, 'data/captions/coco-val2017-half.tsv');
const fixture = fileURLToPath(new URL('../fixtures/captions.txt', import.meta.url));
if (!existsSync(coco)) {
  console.log(`blocks-apart.test.ts skipped COCO's captions: none in ${shared}/data (set SLIPFORM_SHARED)`);
}

const blocksOf = (texts: readonly string[], size: number) =>
  Array.from({ length: Math.floor(texts.length / size) }, (_, k) =>
    texts.slice(k * size, (k + 1) * size).map((caption, i) => ({ id: `${k * size + i}`, caption })),
  );

/** Threads take blocks in any order, so a block's records must not depend on the blocks before it. */
function expectApart(texts: readonly string[], size: number): void {
  const blocks = blocksOf(texts, size);
  expect(blocks.length).toBeGreaterThan(1);
  const plant = createPlant({ seed: 1 });
  const inTurn = blocks.map((block) => plant.mineBlock(block));
  for (const [k, block] of blocks.entries()) {
    expect(inTurn[k]!.length).toBeGreaterThan(0);
    // The first had none before it.
    if (k > 0) expect(inTurn[k]).toEqual(createPlant({ seed: 1 }).mineBlock(block));
  }
}

test('a block after others is mined as it is alone', () => {
  expectApart(readFileSync(fixture, 'utf8').trim().split('\n'), 20);
});

test.skipIf(!existsSync(coco))('so are blocks of COCO’s captions', () => {
  const texts = readFileSync(coco, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf('\t') + 1));
  expectApart([...texts, ...texts, ...texts].slice(0, 32_768), 16_384);
});

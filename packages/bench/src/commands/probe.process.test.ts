import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, test } from 'vitest';
import { runCommand, startCommand } from '../testing/run-command';

const folder = temporaryFolder();

/** A float64 .npy as numpy.save writes it. */
function npy(rows: readonly (readonly number[])[]): Buffer {
  const header =
    `{'descr': '<f8', 'fortran_order': False, 'shape': (${rows.length}, ${rows[0]!.length}), }`.padEnd(117);
  const head = Buffer.from(`\x93NUMPY\x01\x00\x76\x00${header}\n`, 'latin1');
  return Buffer.concat([head, Buffer.from(Float64Array.from(rows.flat()).buffer)]);
}

/** scikit-learn's case. */
beforeAll(async () => {
  const golden = JSON.parse(await readFile(join(import.meta.dirname, '../../fixtures/probe.json'), 'utf8'));
  for (const part of ['train', 'test']) {
    const { X, y } = golden[part];
    await writeFile(join(folder, `${part}.npy`), npy(X));
    await writeFile(join(folder, `${part}.labels.txt`), y.join('\n'));
    await writeFile(join(folder, `${part}-many.npy`), npy(X));
    await writeFile(join(folder, `${part}-many.labels.json`), JSON.stringify(golden.multi[`${part}Y`]));
  }
});

const run = (...args: string[]) => runCommand(folder, 'probe', ...args);

test('prints what scikit-learn finds', async () => {
  const one = await startCommand(folder, 'probe', 'train.npy', 'test.npy', '--strengths', '1');
  expect(one.stdout).toMatch(
    /^accuracy \.933 \([.\d–]+\), mean of classes [.\d]+, C = 1, 5 classes, 240 training and 120 test rows\n$/,
  );
  const many = await run('train-many.npy', 'test-many.npy', '--strengths', '1', '--json');
  expect(JSON.parse(many.stdout).mAP.value).toBeCloseTo(0.838, 3);
  const chosen = JSON.parse((await run('train.npy', 'test.npy', '--json')).stdout);
  expect(chosen.tried).toHaveLength(5);
});

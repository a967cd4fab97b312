import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { readOptions } from '@slipform/kit/options/options';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { memory, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { loadClip } from './load-clip';
import { clipFiles, SAVE_ROWS, saveClip } from './save-clip';

const folder = temporaryFolder();
beforeAll(async () => {
  await useBackend('cpu');
});

describe('saveClip', () => {
  it('writes shards as transformers does, which load as the same model', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const target = join(folder, 'shards');
    await saveClip(model, target, { maxShardSize: '10KB' });
    const names = (await readdir(target)).sort();
    const count = names.length - 2;
    expect(count).toBeGreaterThan(3);
    expect(names[1]).toBe(`model-00001-of-0000${count}.safetensors`);
    expect(names.at(-1)).toBe('model.safetensors.index.json');
    const index = JSON.parse(await readFile(join(target, 'model.safetensors.index.json'), 'utf8'));
    expect(index.metadata).toEqual({ total_size: 4 * model.parameterCount });
    expect(Object.keys(index.weight_map).sort()).toEqual([...model.parameters.keys()].sort());
    for (const name of names.filter((file) => file.startsWith('model-'))) {
      expect((await readFile(join(target, name))).length).toBeLessThan(10_000 + 2500);
    }
    const before = memory().numTensors;
    const loaded = await loadClip(target);
    expect(await clipFiles(loaded)).toEqual(await clipFiles(model));
    loaded.dispose();
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });

  it('leaves nothing of an earlier model that would contradict the new one', async () => {
    const target = join(folder, 'again');
    const seeds: [number, number | string][] = [
      [1, '10KB'],
      [2, '5GB'],
      [3, '20KB'],
      [4, 15_000],
    ];
    for (const [seed, maxShardSize] of seeds) {
      const model = createClip(tinyConfig, { seed });
      await saveClip(model, target, { maxShardSize });
      await writeFile(join(target, 'tokenizer.json'), 'mine');
      const loaded = await loadClip(target);
      expect(await clipFiles(loaded)).toEqual(await clipFiles(model));
      const names = await readdir(target);
      expect(names.includes('model.safetensors')).toBe(maxShardSize === '5GB');
      expect(names.includes('model.safetensors.index.json')).toBe(maxShardSize !== '5GB');
      loaded.dispose();
      model.dispose();
    }
    expect(await readFile(join(target, 'tokenizer.json'), 'utf8')).toBe('mine');
  });

  it('refuses what float16 cannot hold, by the name of the tensor, and leaves the folder as it was', async () => {
    const model = createClip(tinyConfig);
    const large: Tensor = tensor([70_000], []);
    model.parameter('logit_scale').assign(large);
    large.dispose();
    const target = join(folder, 'overflow');
    const save = saveClip(model, target, { dtype: 'float16' });
    await expect(save).rejects.toThrow(/logit_scale holds 70000, beyond float16's largest number, 65504/);
    expect(await readdir(target)).toEqual([]);
    await saveClip(model, target, { dtype: 'bfloat16' });
    const before = await readdir(target);
    for (const maxShardSize of ['10KB', '5GB']) {
      await expect(saveClip(model, target, { dtype: 'float16', maxShardSize })).rejects.toThrow(/beyond/);
      expect(await readdir(target)).toEqual(before);
    }
    (await loadClip(target)).dispose();
    model.dispose();
  });

  it('refuses weights that are not finite, by the name of the tensor, and leaves the folder as it was', async () => {
    const model = createClip(tinyConfig);
    const target = join(folder, 'finite');
    await saveClip(model, target);
    const before = await readFile(join(target, 'model.safetensors'));
    for (const [value, shown] of [
      [Number.NaN, 'NaN'],
      [Number.NEGATIVE_INFINITY, '-Infinity'],
    ] as const) {
      const wrong: Tensor = tensor([value], []);
      model.parameter('logit_scale').assign(wrong);
      wrong.dispose();
      const message = new RegExp(`must be finite, and logit_scale holds ${shown}; .*checkpoint`);
      const save = saveClip(model, target);
      await expect(save).rejects.toThrow(message);
      await expect(save).rejects.toSatisfy(InputError.isInstance);
      await expect(clipFiles(model, { dtype: 'float16' })).rejects.toThrow(message);
    }
    expect(await readFile(join(target, 'model.safetensors'))).toEqual(before);
    expect((await readdir(target)).sort()).toEqual(['config.json', 'model.safetensors']);
    model.dispose();
  });

  it('says which option is wrong', async () => {
    const model = createClip(tinyConfig);
    const options: [object, RegExp][] = [
      [{ dtype: 'int8' }, /dtype must be one of float32, float16, bfloat16, got "int8"/],
      [{ maxShardSize: '5 apples' }, /maxShardSize must be a number of bytes .* got "5 apples"/],
      [{ maxShardSize: 0 }, /maxShardSize must be/],
      [{ maxShardSize: -1 }, /maxShardSize must be/],
      [{ shards: 3 }, /there is no option "shards"; there are naming, dtype, maxShardSize/],
    ];
    for (const [wrong, message] of options) {
      const save = saveClip(model, join(folder, 'wrong'), wrong);
      await expect(save).rejects.toThrow(message);
      await expect(save).rejects.toSatisfy(InputError.isInstance);
    }
    expect(await readdir(folder)).not.toContain('wrong');
    model.dispose();
  });
});

const read = (maxShardSize: number | string) => readOptions('saveClip', SAVE_ROWS, { maxShardSize });

it.each([
  [1000, 1000],
  ['1000', 1000],
  ['500MB', 5e8],
  ['1.5 GB', 1.5e9],
  ['2GiB', 2 ** 31],
  ['10kb', 1e4],
])('reads %j', (text, bytes) => {
  expect(read(text).maxShardSize).toBe(bytes);
});

it.each(['', 'GB', '5TB', '-5MB', '1e3', Number.NaN, 0, Number.POSITIVE_INFINITY])('refuses %j', (text) => {
  expect(() => read(text)).toThrow(/^saveClip: maxShardSize must be/);
});

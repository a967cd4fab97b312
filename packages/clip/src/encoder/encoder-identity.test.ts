import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { saveTokenizer } from '../tokenizer/tokenizer-file';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { saveClip } from '../weights/save-clip';
import { encoderIdentity } from './encoder-identity';
import { preprocessingJson } from './preprocess';

const folder = temporaryFolder();
beforeAll(async () => {
  await useBackend('cpu');
});

it.each([
  ['one file', '5GB'],
  ['shards', '20KB'],
])('changes with every file of a model in %s, and with no other', async (name, maxShardSize) => {
  const target = join(folder, name);
  const model = createClip(tinyConfig, { seed: 1 });
  await saveClip(model, target, { maxShardSize });
  model.dispose();
  await saveTokenizer(trainTokenizer(['a red square']), target);
  const { imageSize: size } = tinyConfig.image;
  await writeFile(join(target, 'preprocessor_config.json'), preprocessingJson('test', { size }));
  const identity = await encoderIdentity(target);
  expect(identity).toMatch(/^[0-9a-f]{64}$/);
  const copy = join(folder, `${name} again`);
  await cp(target, copy, { recursive: true });
  await writeFile(join(copy, 'notes.txt'), 'mine');
  expect(await encoderIdentity(copy)).toBe(identity);

  const seen = new Set([identity]);
  const names = await readdir(target);
  expect(names.length).toBeGreaterThan(3);
  for (const file of names) {
    const changed = join(folder, `${name} ${file}`);
    await cp(target, changed, { recursive: true });
    // A blank at the end leaves JSON what it is; of weights one byte is another.
    if (file.endsWith('.json')) await appendFile(join(changed, file), ' ');
    else await flipLastByte(join(changed, file));
    seen.add(await encoderIdentity(changed));
  }
  for (const file of ['tokenizer_config.json', 'special_tokens_map.json']) {
    const more = join(folder, `${name} ${file}`);
    await cp(target, more, { recursive: true });
    await writeFile(join(more, file), '{}');
    seen.add(await encoderIdentity(more));
  }
  expect(seen.size).toBe(1 + names.length + 2);
});

it('refuses a folder without weights', async () => {
  await expect(encoderIdentity(join(folder, 'nowhere'))).rejects.toSatisfy(InputError.isInstance);
});

async function flipLastByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length - 1]! ^= 1;
  await writeFile(file, bytes);
}

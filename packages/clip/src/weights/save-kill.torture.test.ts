import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { life } from '@slipform/kit/testing/mortal-files';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, it, vi } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { loadPreprocessing } from '../encoder/load-preprocessing';
import { refuseModelFolder } from '../files/model-files';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { loadTokenizer, tokenizerJson } from '../tokenizer/tokenizer-file';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { loadClip } from './load-clip';
import { clipFiles } from './save-clip';
import { saveModelFolder } from './save-model-folder';

vi.mock('@slipform/kit/files/node-modules', async (importOriginal) => {
  const { mortalModules } = await import('@slipform/kit/testing/mortal-files');
  return mortalModules(await importOriginal<typeof import('@slipform/kit/files/node-modules')>());
});

const folder = temporaryFolder();
beforeAll(async () => {
  await useBackend('cpu');
});

const { imageSize } = tinyConfig.image;
const wide = { ...tinyConfig, embeddingSize: 2 * tinyConfig.embeddingSize };
const versions = {
  'one file': { config: tinyConfig, seed: 1, maxShardSize: '5GB', words: 'a red square', mean: 0.1 },
  'another file': { config: wide, seed: 2, maxShardSize: '5GB', words: 'a blue square', mean: 0.2 },
  'many shards': { config: tinyConfig, seed: 3, maxShardSize: '30KB', words: 'a red circle', mean: 0.3 },
  'few shards': { config: wide, seed: 4, maxShardSize: '90KB', words: 'a blue circle', mean: 0.4 },
  'as many shards': { config: tinyConfig, seed: 5, maxShardSize: '30KB', words: 'a dog', mean: 0.5 },
} as const;
type Version = keyof typeof versions;

function modelOf({ config, seed }: (typeof versions)[Version]) {
  return createClip(config, { seed });
}

async function save(target: string, version: Version): Promise<void> {
  const { maxShardSize, words, mean } = versions[version];
  const model = modelOf(versions[version]);
  try {
    const preprocessing = { size: imageSize, mean: [mean, mean, mean] } as const;
    const tokenizer = trainTokenizer([words]);
    await saveModelFolder('test', target, { model, tokenizer, preprocessing }, { maxShardSize });
  } finally {
    model.dispose();
  }
}

/** What the folder's files, as our readers find them, are together. */
async function found(target: string): Promise<Version | undefined> {
  const loaded = await loadClip(target).catch(() => undefined);
  if (loaded === undefined) return undefined;
  const files = await clipFiles(loaded);
  loaded.dispose();
  const tokenizer = tokenizerJson(await loadTokenizer(target));
  const mean = (await loadPreprocessing(target))?.mean?.[0];
  for (const [name, version] of Object.entries(versions)) {
    const model = modelOf(version);
    const same = Buffer.from(files['model.safetensors']).equals(
      (await clipFiles(model))['model.safetensors'],
    );
    model.dispose();
    if (!same) continue;
    expect(tokenizer).toBe(tokenizerJson(trainTokenizer([version.words])));
    expect(mean).toBe(version.mean);
    return name as Version;
  }
  throw new Error('neither the old nor the new weights');
}

it.each<[Version | undefined, Version]>([
  ['one file', 'another file'],
  ['one file', 'many shards'],
  ['many shards', 'one file'],
  ['many shards', 'few shards'],
  ['many shards', 'as many shards'],
  [undefined, 'one file'],
  [undefined, 'few shards'],
])('killed at any call, %s becoming %s leaves the one or the other', async (before, after) => {
  const start = await mkdtemp(join(folder, 'start-'));
  if (before !== undefined) await save(start, before);
  await writeFile(join(start, 'thesis.999999-1.tmp'), 'mine');
  const seen = new Set<Version | undefined>();
  let kills = 0;
  for (let calls = 0; ; calls++) {
    const target = join(folder, 'now');
    await cp(start, target, { recursive: true, verbatimSymlinks: true });
    life.calls = calls;
    const ended = await save(target, after).then(
      () => true,
      () => false,
    );
    life.calls = Number.POSITIVE_INFINITY;
    // Its process is no more.
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('no such process'), { code: 'ESRCH' });
    });
    if (!ended) kills++;
    const state = await found(target);
    expect([before, after]).toContain(state);
    seen.add(state);
    // A model that never came to be stands in nobody's way.
    if (state === undefined) await refuseModelFolder(target);
    // The next save tidies up, as after no kill.
    await save(target, after);
    expect(await found(target)).toBe(after);
    const left = (await readdir(target)).sort();
    await rm(target, { recursive: true });
    expect(left.filter((name) => name.includes('slipform'))).toEqual([]);
    expect(left).toContain('thesis.999999-1.tmp');
    if (ended) break;
  }
  expect(seen).toEqual(new Set([before, after]));
  expect(kills).toBeGreaterThan(20);
});

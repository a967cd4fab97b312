import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnOne } from '../testing/backends';
import { errorsOf, golden } from '../testing/golden-folder';

const shared = join(
  process.env.SLIPFORM_SHARED ?? resolve(import.meta.dirname, '../../../../../shared'),
  'golden/clip-tiny',
);
const where = existsSync(shared) ? '' : ` (skipped: there is no ${shared}; SLIPFORM_SHARED names its parent)`;

describeOnOne(`the golden files as others wrote them${where}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slipform-golden-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.skipIf(where !== '').each([
    ['Hugging Face', 'config.json', 'huggingface.safetensors', 'model.safetensors', 1e-4, 1e-3],
    ['Hugging Face float16', 'config.json', 'huggingface-f16.safetensors', 'model.safetensors', 2e-3, 5e-3],
    ['open_clip', 'open_clip_config.json', 'openai.safetensors', 'open_clip_model.safetensors', 1e-4, 1e-3],
  ])('%s', async (naming, config, file, name, embedding, slope) => {
    const target = await mkdtemp(join(folder, naming.replaceAll(' ', '-')));
    await symlink(join(shared, config), join(target, config));
    await symlink(join(shared, file), join(target, name));
    const { image, text, logits, loss, gradient } = await errorsOf(target, await golden(shared));
    expect(Math.max(image, text, logits, loss)).toBeLessThan(embedding);
    expect(gradient).toBeLessThan(slope);
  });
});

// Makes what the rooms Train and Draw load: small drawings of icons, captions of two of them with what ConcretePlant mines of them,
// questions, and the committed model. The same versions give the same bytes.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PairFiles } from '../src/pairs/pair-table';
import { pairTable } from './pairs/pair-table';

const app = fileURLToPath(new URL('..', import.meta.url));
const generated = join(app, 'generated');
const root = join(app, '..', '..');
const model = join(root, 'lab', 'pair-model');
/** Of its folder, what `loadEncoder` reads. */
const modelFiles = [
  'config.json',
  'model.safetensors',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
];

await rm(generated, { recursive: true, force: true });
await mkdir(join(generated, 'data'), { recursive: true });
const { table, drawings } = await pairTable(app);
const files: PairFiles = {
  // With the mark of UTF-8, since a server may not say so.
  findings: await writeHashed(
    'findings.txt',
    `\ufeff${await readFile(join(root, 'docs', 'findings.md'), 'utf8')}`,
  ),
  table: await writeHashed('pairs.json', JSON.stringify(table)),
  drawings: await writeHashed('pair-drawings.bin', drawings),
  model: Object.fromEntries(
    await Promise.all(
      modelFiles.map(async (name) => [name, await writeHashed(name, await readFile(join(model, name)))]),
    ),
  ),
};
await writeFile(join(generated, 'pairs.json'), JSON.stringify(files));

/** Writes `data/NAME-HASH.EXT` and returns this path: a browser may keep for ever what changes its name with its content. */
async function writeHashed(name: string, content: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const path = `data/${name.replace('.', `-${hash}.`)}`;
  await writeFile(join(generated, path), content);
  return path;
}

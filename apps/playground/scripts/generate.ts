// Makes what the training room loads: small pictures of icons with their names, and questions about them. The same versions give
// the same bytes.
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCorpus } from '@slipform/icons/files';
import { writeTraining } from './train/write-training';

const app = fileURLToPath(new URL('..', import.meta.url));
const generated = join(app, 'generated');

await rm(generated, { recursive: true, force: true });
await mkdir(join(generated, 'data'), { recursive: true });
const { sets } = await openCorpus({ root: app, sets: 'core' });
const training = await writeTraining(sets, writeHashed, join(app, '.cache'));
await writeFile(join(generated, 'training.json'), JSON.stringify(training));

/** Writes `data/NAME-HASH.EXT` and returns this path: a browser may keep for ever what changes its name with its content. */
async function writeHashed(name: string, extension: string, content: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const path = `data/${name}-${hash}.${extension}`;
  await writeFile(join(generated, path), content);
  return path;
}

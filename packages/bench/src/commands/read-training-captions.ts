import { readFile } from 'node:fs/promises';
import { InputError } from '@slipform/clip';
import { readCaptions } from '../benchmarks/read-captions';

/** Captions of a JSON file in Karpathy's (train), BLIP's or COCO's form, or one a line, behind a tab where there is one. */
export async function readTrainingCaptions(file: string): Promise<string[]> {
  if (/\.json$/i.test(file)) {
    return readCaptions('--blind', file, 'train').images.flatMap(({ captions }) => captions);
  }
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new InputError(`${file} does not exist`) : error;
  });
  const captions = text
    .split(/\r?\n/)
    .map((line) => line.slice(line.lastIndexOf('\t') + 1).trim())
    .filter(Boolean);
  if (captions.length === 0) throw new InputError(`${file} holds no captions`);
  return captions;
}

import { InputError } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { readCaptions } from '../loaders/read-captions';

/** Far above the captions of the field: COCO's 600,000 take 32 MB. */
const LARGEST_MEBIBYTES = 400;

/** Captions of a JSON file in Karpathy's (train), BLIP's or COCO's form, or one a line, behind a tab where there is one. */
export async function readTrainingCaptions(file: string): Promise<string[]> {
  if (/\.json$/i.test(file)) {
    return readCaptions('--blind', file, 'train').images.flatMap(({ captions }) => [...captions]);
  }
  const captions = (await readTextFile(file, LARGEST_MEBIBYTES))
    .split(/\r?\n/)
    .map((line) => line.slice(line.lastIndexOf('\t') + 1).trim())
    .filter(Boolean);
  if (captions.length === 0) throw new InputError(`${file} holds no captions.`);
  return captions;
}

import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { parseNpy } from '@slipform/kit/formats/npy';
import { readValue } from '@slipform/kit/options/options';
import type { Matrix } from '../probes/features';
import { fileName } from './file-name';

/** Larger files than this are no embeddings of a benchmark; and a Buffer holds no more. */
const maxMebibytes = 4095;

/**
 * A matrix from NumPy's `.npy`, versions 1 to 3: float16, float32 or float64 of either byte order, two dimensions, row
 * after row. Source: numpy.lib.format.
 *
 * @throws InputError for any other content, or a file whose size is not what its header says
 *
 * @example
 * const embeddings = await readNpy('embeddings.npy');
 */
export async function readNpy(file: string): Promise<Matrix> {
  readValue(fileName, file, 'readNpy', 'file');
  return parseNpy(await readWholeFile(file, { maxMebibytes }), file);
}

import { encoderFiles, loadEncoder } from '@slipform/clip';
import { strToU8, zipSync } from 'fflate';
import type { PairData } from '../../../pairs/load-pairs';
import { assignWeights, type Kept } from '../run/kept-arm';

/** The earliest day that an archive can name, so that the same weights are the same bytes. */
const mtime = new Date(1980, 0, 1);

/** A model's folder as a zip archive, which `loadEncoder` reads once it is unpacked. */
export async function archiveOf(
  model: PairData['model'],
  kept: Kept | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (kept === undefined)
    throw new Error('Nothing has been learned yet that could be downloaded; train first.');
  const encoder = await loadEncoder(model);
  try {
    assignWeights(encoder.model, kept.state.weights);
    const files = Object.entries(await encoderFiles(encoder)).map(([name, content]) => {
      return [name, typeof content === 'string' ? strToU8(content) : content] as const;
    });
    // Weights hardly compress.
    return new Uint8Array(zipSync(Object.fromEntries(files), { level: 0, mtime }));
  } finally {
    encoder.dispose();
  }
}

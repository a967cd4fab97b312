import { type Icon, nearDuplicates } from '@slipform/icons';
import { drawIcons } from '@slipform/icons/files';

/** Edge of the pictures that are compared: as models see them, half of a picture of two. */
const SIZE = 24;

/** Ids of icons that are nearly one that models may have been trained on: the greys at 16 × 16 correlate by .95 or more. */
export async function findCopies(
  asked: readonly Icon[],
  trained: readonly Icon[],
  onProgress: (done: number) => void = () => {},
): Promise<ReadonlySet<string>> {
  const drawings = await drawIcons(asked, { size: SIZE });
  const others = await drawIcons(trained, { size: SIZE, onProgress: ({ done }) => onProgress(done) });
  const { duplicates } = await nearDuplicates(drawings, others);
  return new Set([...duplicates].map((index) => asked[index]!.id));
}

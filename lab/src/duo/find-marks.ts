import { type Icon, nearDuplicates } from '@slipform/icons';
import { drawIcons } from '@slipform/icons/files';

/** What questions say of each icon that is asked about. */
export interface IconMarks {
  /** Whether its drawing nearly is one of a training artist: the greys at 16 × 16 correlate by .95 or more. */
  readonly isCopy: (icon: Icon) => boolean;
  /** Whether a training set has an icon of this name. */
  readonly isSeen: (icon: Icon) => boolean;
}

/** Edge of the pictures that are compared: as models see them, half of a picture of two. */
const SIZE = 24;
/** Pictures at once: 35 MB. */
const AT_ONCE = 20_000;

/** Compares icons that are asked about with all that models may have been trained on. */
export async function findMarks(
  asked: readonly Icon[],
  trained: readonly Icon[],
  onProgress: (done: number) => void = () => {},
): Promise<IconMarks> {
  const drawings = await drawIcons(asked, { size: SIZE });
  const copies = new Set<string>();
  for (let at = 0; at < trained.length; at += AT_ONCE) {
    const others = await drawIcons(trained.slice(at, at + AT_ONCE), { size: SIZE });
    const { duplicates } = await nearDuplicates(drawings, others);
    for (const index of duplicates) copies.add(asked[index]!.id);
    onProgress(Math.min(at + AT_ONCE, trained.length));
  }
  const names = new Set(trained.flatMap(({ caption, aliases }) => [caption, ...aliases]));
  return { isCopy: ({ id }) => copies.has(id), isSeen: ({ caption }) => names.has(caption) };
}

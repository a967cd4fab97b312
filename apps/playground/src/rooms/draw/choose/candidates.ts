import { PAIR_JOINERS } from '@slipform/icons';
import { pairDrawer, readPair } from '../../../pairs/draw-pairs';
import type { PairData } from '../../../pairs/load-pairs';

/** A caption and its picture. */
interface Candidate {
  readonly caption: string;
  readonly pixels: Uint8Array;
}

export interface Candidates {
  /** Who drew them. */
  readonly set: number;
  /** The caption that was typed first. No two pictures are alike. */
  readonly list: readonly Candidate[];
}

/** Pictures that the model is asked about at once. */
const most = 6;

/**
 * A caption of two coloured things and its negatives as one held-out artist draws them: the one who draws most of them. Undefined where
 * none draws both things.
 */
export function candidatesOf(
  data: Pick<PairData, 'table' | 'greys'>,
  captions: readonly [own: string, ...negatives: string[]],
): Candidates | undefined {
  const draw = pairDrawer(data);
  const drawn = data.table.sets.flatMap(({ isHeldOut }, set): Candidates[] => {
    if (!isHeldOut) return [];
    const looks = new Set<string>();
    const list = captions.flatMap((caption): Candidate[] => {
      const pair = readPair(caption);
      if (pair === undefined) return [];
      const place = PAIR_JOINERS[pair.joiner][0];
      const look = JSON.stringify([pair.things, place]);
      if (looks.has(look)) return [];
      const pixels = draw(set, pair, place);
      if (pixels === undefined) return [];
      looks.add(look);
      return [{ caption, pixels }];
    });
    return list[0]?.caption === captions[0] ? [{ set, list: list.slice(0, most) }] : [];
  });
  return drawn.reduce<Candidates | undefined>(
    (best, each) => (best === undefined || each.list.length > best.list.length ? each : best),
    undefined,
  );
}

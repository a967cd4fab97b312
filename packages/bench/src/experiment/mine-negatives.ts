import { createPlant, type HardNegative } from '@slipform/plant';
import { COLOUR_NAMES, isTrueOf, RELATIONS_OF } from '@slipform/scenes';
import type { MiningSummary } from '../report/record';
import { DEMO_OBJECTS } from './demo-objects';
import type { TrainingScene } from './training-scenes';

/** All words that the scenes' captions use: replacements come from among them, so that the pictures can show them. */
const SCENE_VOCABULARY: readonly string[] = [
  ...new Set([
    ...DEMO_OBJECTS,
    ...COLOUR_NAMES,
    ...RELATIONS_OF.simple.flatMap((relation) => relation.split(' ')),
  ]),
];

export interface Mined {
  readonly records: readonly HardNegative[];
  /** For each scene its own records. */
  readonly byScene: readonly (readonly HardNegative[])[];
  readonly summary: MiningSummary;
}

export interface MineOptions {
  readonly perCaption: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

/**
 * Mines hard negatives for the scenes' captions with ConcretePlant (policy `max`, balance over slots) and keeps those
 * that their scene knows to be false: a negative that is true would teach the wrong thing.
 */
export async function mineNegatives(scenes: readonly TrainingScene[], options: MineOptions): Promise<Mined> {
  const { perCaption, seed, onProgress } = options;
  const start = performance.now();
  const plant = createPlant({
    vocabulary: SCENE_VOCABULARY,
    policy: 'max',
    balance: 'slots',
    perCaption,
    seed,
  });
  const byScene: HardNegative[][] = [];
  let discarded = 0;
  for (const [index, { caption, content }] of scenes.entries()) {
    const found = plant.mine(caption, { id: String(index) });
    const kept = found.filter((record) => isTrueOf(content, record.negative) === false);
    discarded += found.length - kept.length;
    byScene.push(kept);
    if (index % 250 === 249) {
      onProgress?.(index + 1);
      // Lets the progress bar draw and Ctrl-C through.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  onProgress?.(scenes.length);
  const seconds = (performance.now() - start) / 1000;
  const records = byScene.flat();
  const byKind: Record<string, number> = {};
  const samples: HardNegative[] = [];
  for (const record of records) {
    const kind = `${record.slot} ${record.operation}`;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    if (byKind[kind] === 1) samples.push(record);
  }
  return {
    records,
    byScene,
    summary: {
      captions: scenes.length,
      negatives: records.length,
      covered: byScene.filter((own) => own.length > 0).length,
      discarded,
      seconds,
      byKind,
      samples: samples.map(({ caption, negative, slot, operation, concreteness }) => ({
        caption,
        negative,
        slot,
        operation,
        concreteness,
      })),
    },
  };
}

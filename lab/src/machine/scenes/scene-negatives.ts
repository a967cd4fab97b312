import { createPlant, type HardNegative } from '@slipform/plant';
import {
  applyCaption,
  BACKGROUND_NAMES,
  COLOUR_NAMES,
  COUNTABLE_NAMES,
  createRandom,
  isTrueOf,
  pluralOf,
  RELATIONS_OF,
  type SceneContent,
  type SceneObject,
} from '@slipform/scenes';
import type { MinedNegatives, SceneDataset } from '../../run';
import { thingsOf } from './scene-world';
import type { TrainingScene } from './training-scenes';

/** A hard negative of a scene's caption, and where it can be drawn what its picture shows. */
export interface SceneNegative<Thing extends SceneObject<string> = SceneObject> {
  readonly text: string;
  readonly concreteness: number;
  /** "object replace", "attribute swap" */
  readonly kind: string;
  readonly content?: SceneContent<Thing>;
  /** As ConcretePlant gives it. */
  readonly record?: HardNegative;
}

/** What mining gave: one list for each scene. */
export interface Mined {
  readonly byScene: readonly (readonly SceneNegative[])[];
  /** Found, but true of their scene after all or not to be judged by it, and left out. */
  readonly discarded: number;
  readonly seconds: number;
}

/** Mines each scene's caption with ConcretePlant and keeps what the scene knows to be false. */
export function mineNegatives(
  scenes: readonly TrainingScene[],
  { policy, perCaption, slots, operations, inserted = 'any' }: MinedNegatives,
  {
    dataset,
    seed,
    drawn = false,
  }: {
    readonly dataset: SceneDataset;
    readonly seed: number;
    /** Keep only what can be drawn as well. */
    readonly drawn?: boolean;
  },
): Mined {
  const start = performance.now();
  const plant = createPlant({
    vocabulary: inserted === 'few' ? fewWords(seed) : vocabularyOf(dataset),
    policy,
    balance: 'slots',
    perCaption,
    seed,
    ...(slots === undefined ? {} : { slots }),
    operations: operations ?? ['replace', 'swap'],
  });
  let discarded = 0;
  const block = scenes.map(({ caption }, index) => ({ caption, id: String(index) }));
  // Slots have their shares among the captions that are mined together.
  const groups = plant.mineGroups(block);
  const byScene = scenes.map(({ content }, index) =>
    groups[index]!.negatives.flatMap((record): SceneNegative[] => {
      const isFalse = isTrueOf(content, record.negative) === false;
      const shown = isFalse ? applyCaption(content, record.negative) : undefined;
      if (!isFalse || (drawn && shown === undefined)) {
        discarded++;
        return [];
      }
      const { negative, concreteness, slot, operation } = record;
      const kind = `${slot} ${operation}`;
      return [
        { text: negative, concreteness, kind, record, ...(shown === undefined ? {} : { content: shown }) },
      ];
    }),
  );
  return { byScene, discarded, seconds: (performance.now() - start) / 1000 };
}

/**
 * The words that captions of scenes use. Only they are inserted, so that pictures can show what a negative says and no
 * strange word gives it away.
 */
function vocabularyOf(dataset: SceneDataset): readonly string[] {
  const things = thingsOf(dataset);
  if (dataset.detail === 'simple') {
    return [
      ...things,
      ...COLOUR_NAMES,
      ...RELATIONS_OF.simple.map((relation) => relation.replace(' of', '')),
    ];
  }
  const countable = things.filter((name) => COUNTABLE_NAMES.includes(name));
  return [
    ...countable,
    ...countable.map(pluralOf),
    ...COLOUR_NAMES,
    ...BACKGROUND_NAMES,
    ...['left', 'right', 'above', 'over', 'below', 'under', 'in front of', 'behind'],
    ...['small', 'large', 'two', 'three', 'four'],
  ];
}

/** A tenth of the things, which a negative's text alone gives away where nothing else is ever inserted. */
function fewWords(seed: number): string[] {
  const random = createRandom(seed, 'few words');
  const few = random.shuffle([...COUNTABLE_NAMES]).slice(0, Math.ceil(COUNTABLE_NAMES.length / 10));
  return [...few, ...few.map(pluralOf)];
}

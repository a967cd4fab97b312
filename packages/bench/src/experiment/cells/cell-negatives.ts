import { createPlant, type HardNegative } from '@slipform/plant';
import {
  applyCaption,
  BACKGROUND_NAMES,
  COLOUR_NAMES,
  COUNTABLE_NAMES,
  type Detail,
  isTrueOf,
  OBJECT_NAMES,
  pluralOf,
  RELATIONS_OF,
  type SceneContent,
  type SceneObject,
} from '@slipform/scenes';
import { createRandom } from '../../statistics/random';
import type { TrainingScene } from '../training-scenes';
import type { NegativesSpec } from './cell';

/** A hard negative of a scene's caption, and where it can be drawn what its picture shows. */
export interface CellNegative<Thing extends SceneObject<string> = SceneObject> {
  readonly text: string;
  readonly concreteness: number;
  /** "object replace", "attribute swap" */
  readonly kind: string;
  readonly content?: SceneContent<Thing>;
}

/**
 * The words that captions of scenes use. Only they are inserted, so that pictures can show what a negative tells of and
 * no strange word gives it away.
 */
const VOCABULARY: Readonly<Record<Detail, readonly string[]>> = {
  simple: [
    ...OBJECT_NAMES,
    ...COLOUR_NAMES,
    ...RELATIONS_OF.simple.map((relation) => relation.replace(' of', '')),
  ],
  full: [
    ...COUNTABLE_NAMES,
    ...COUNTABLE_NAMES.map(pluralOf),
    ...COLOUR_NAMES,
    ...BACKGROUND_NAMES,
    ...['left', 'right', 'above', 'over', 'below', 'under', 'in front of', 'behind'],
    ...['small', 'large', 'two', 'three', 'four'],
  ],
};

/**
 * Mines each scene's caption with ConcretePlant and keeps what the scene knows to be false: one list for each scene.
 * `drawn` keeps only what can be drawn as well.
 */
export function mineCellNegatives(
  scenes: readonly TrainingScene[],
  { policy, perCaption, slots, operations, inserted = 'any' }: NegativesSpec,
  { detail, seed, drawn }: { readonly detail: Detail; readonly seed: number; readonly drawn: boolean },
): CellNegative[][] {
  const plant = createPlant({
    vocabulary: inserted === 'few' ? fewWords(seed) : VOCABULARY[detail],
    policy,
    balance: 'slots',
    perCaption,
    seed,
    ...(slots === undefined ? {} : { slots }),
    ...(operations === undefined ? {} : { operations }),
  });
  return scenes.map(({ caption, content }, index) =>
    plant.mine(caption, { id: String(index) }).flatMap((record): CellNegative[] => {
      if (isTrueOf(content, record.negative) !== false) return [];
      const shown = applyCaption(content, record.negative);
      if (drawn && shown === undefined) return [];
      const { negative, concreteness } = record;
      return [
        {
          text: negative,
          concreteness,
          kind: kindOf(record),
          ...(shown === undefined ? {} : { content: shown }),
        },
      ];
    }),
  );
}

/** A tenth of the things, which a negative's text alone gives away where nothing else is ever inserted. */
function fewWords(seed: number): string[] {
  const random = createRandom(seed, 'few words');
  const few = random.shuffle([...COUNTABLE_NAMES]).slice(0, Math.ceil(COUNTABLE_NAMES.length / 10));
  return [...few, ...few.map(pluralOf)];
}

function kindOf({ slot, operation }: HardNegative): string {
  return `${slot} ${operation}`;
}

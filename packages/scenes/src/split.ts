import type { ColourName } from './colours';
import type { ObjectName } from './objects';
import { hashText } from './random';
import type { SceneContent } from './scene';

export const SPLITS = ['train', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** What is held out: unordered pairs of things, or pairs of a colour and a thing. */
export const SPLIT_KINDS = ['objects', 'attributes'] as const;
export type SplitKind = (typeof SPLIT_KINDS)[number];

export interface SplitOptions {
  readonly split: Split;
  /** Default `'objects'`. */
  readonly splitBy?: SplitKind;
  readonly splitSeed?: number;
}

/** Share of the pairs that are kept for testing. */
const TEST_SHARE = 0.2;

/**
 * Which split two things belong to. The *unordered* pair decides, by a hash, so "dog left of cat" is never a training
 * scene where "cat above dog" is a test scene; each thing by itself is seen in both.
 *
 * @example
 * splitOf('dog', 'cat'); // 'test'
 */
export function splitOf(a: ObjectName, b: ObjectName, splitSeed = 0): Split {
  return hashedSplit(a < b ? `${a} ${b}` : `${b} ${a}`, splitSeed);
}

/**
 * Which split a colour and a thing belong to; each colour and each thing by itself is seen in both.
 *
 * @example
 * attributeSplitOf('red', 'dog'); // 'test'
 */
export function attributeSplitOf(colour: ColourName, name: ObjectName, splitSeed = 0): Split {
  return hashedSplit(`${colour} ${name}`, splitSeed);
}

function hashedSplit(pair: string, splitSeed: number): Split {
  return hashText(pair, splitSeed) / 2 ** 32 < TEST_SHARE ? 'test' : 'train';
}

/**
 * Whether a content keeps to the split in all that it shows. False contents have to as well: else what is false could
 * be recognised by a pair that training showed, or never did.
 */
export function isInSplit({ first, second }: SceneContent, options: SplitOptions): boolean {
  const { split, splitBy = 'objects', splitSeed } = options;
  if (splitBy === 'objects') return splitOf(first.name, second.name, splitSeed) === split;
  return [first, second].every(({ colour, name }) => attributeSplitOf(colour, name, splitSeed) === split);
}

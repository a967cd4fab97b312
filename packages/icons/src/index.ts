export { freeWording, readFreeWording } from './colour-pairs/free-wording';
export { isSwapWord } from './colour-pairs/is-swap-word';
export {
  type ColouredThing,
  type ColourPair,
  PAIR_COLOURS,
  PAIR_JOINERS,
  type PairColour,
  type PairJoiner,
  type PairPlace,
  pairCaption,
  readPairCaption,
} from './colour-pairs/pair-caption';
export {
  type CaptionedPair,
  type PairCaptionsOptions,
  pairCaptions,
  pairIcons,
} from './colour-pairs/pair-captions';
export { PAIR_PADDING, type PairPixelsOptions, pairPixels } from './colour-pairs/pair-picture';
export {
  type PairKind,
  type PairQuestion,
  type PairQuestionsOptions,
  pairQuestions,
} from './colour-pairs/pair-questions';
export { type CaptionsOptions, captionsOf } from './corpus/captions-of';
export type { Icon, IconSet, MinimalPair, SetInfo, Split } from './corpus/icon';
export { mainDrawings } from './corpus/minimal-pairs/main-drawings';
export { type MinimalPairsOptions, minimalPairs } from './corpus/minimal-pairs/minimal-pairs';
export { type ReadIconSetOptions, readIconSet, type TagsByName } from './corpus/read-icon-set';
export { familyOf, splitOf, TEST_FAMILIES, VALIDATION_FAMILIES } from './corpus/sets/families';
export { noticeOf } from './corpus/sets/notice-of';
export { CORE_SETS, LICENCES, whyNotUsed } from './corpus/sets/set-rules';
export type { DrawOptions } from './drawing/draw-options';
export type { Drawings, SkippedIcon } from './drawing/drawings';
export { iconSvg } from './drawing/icon-svg';
export { type NearDuplicates, type NearDuplicatesOptions, nearDuplicates } from './drawing/near-duplicates';
export { drawingPng } from './drawing/picture';
export { visualChanges } from './drawing/visual-change';
export { type Drawable, whyNotDrawn } from './svg/why-not-drawn';

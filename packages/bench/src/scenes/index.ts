export { applyCaption } from './apply-caption';
export { captionOf } from './caption-of';
export {
  BACKGROUND_NAMES,
  BACKGROUNDS,
  type BackgroundName,
  COLOUR_NAMES,
  COLOURS,
  type ColourName,
} from './colours';
export {
  type DrawOptions,
  drawScene,
  type PixelImage,
  paintScene,
  sceneDataUri,
  scenePng,
} from './draw-scene';
export { CHANGES, CHANGES_OF, type Change, falseContents } from './false-contents';
export {
  drawingsOf,
  KEYWORD_EMOJI,
  KEYWORDS,
  type KeywordContent,
  type KeywordDrawings,
  type KeywordObject,
  type KeywordScene,
  loadKeywordDrawings,
  names,
  sampleKeywords,
} from './keywords/keyword-scenes';
export { OBJECT_NAMES, OBJECTS, type ObjectName, pluralOf } from './objects';
export { type Claim, isTrueOf, type ObjectClaim, parseCaption } from './parse-caption';
export { type Phrasing, samplePhrasing } from './phrasing';
export { placeLike, placeScene } from './place-scene';
export { type SampleOptions, sampleContent } from './sample-scene';
export {
  type Count,
  type Detail,
  type Layout,
  mirror,
  RELATIONS,
  RELATIONS_OF,
  type Relation,
  SCENE_SIZES,
  type Scene,
  type SceneContent,
  type SceneObject,
  type Size,
  type Tile,
} from './scene';
export { type SceneItem, type ScenesBenchmark, type ScenesOptions, scenes } from './scenes';
export { attributeSplitOf, isInSplit, type Split, type SplitKind, type SplitOptions, splitOf } from './split';
export { STYLES, type Style } from './sprites';

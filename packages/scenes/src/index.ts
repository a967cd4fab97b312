export { applyCaption } from './apply-caption';
export { captionOf } from './caption-of';
export { BACKGROUND_NAMES, type BackgroundName, COLOUR_NAMES, COLOURS, type ColourName } from './colours';
export { drawScene, type PixelImage, paintScene, sceneDataUri, scenePng } from './draw-scene';
export { CHANGES_OF, type Change, falseContents } from './false-contents';
export { COUNTABLE_NAMES, OBJECT_NAMES, type ObjectName, pluralOf } from './objects';
export { type Claim, isTrueOf, type ObjectClaim, parseCaption } from './parse-caption';
export { type ColourPlace, type Phrasing, samplePhrasing } from './phrasing';
export { placeLike, placeScene } from './place-scene';
export { createRandom, type Random } from './random';
export { type SampleOptions, sampleContent } from './sample-scene';
export {
  type Count,
  type Detail,
  type Layout,
  meaningOf,
  RELATIONS_OF,
  type Relation,
  SCENE_SIZES,
  type Scene,
  type SceneContent,
  type SceneObject,
  type Size,
  type Tile,
} from './scene';
export {
  type SceneImage,
  type ScenePairing,
  type SceneQuestion,
  type ScenesBenchmark,
  type ScenesOptions,
  scenes,
} from './scenes';
export { attributeSplitOf, type Split, type SplitKind, type SplitOptions, splitOf } from './split';
export { type DrawOptions, STYLE_NAMES, STYLES, type Style } from './sprites';

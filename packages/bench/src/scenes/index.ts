export { COLOUR_NAMES, COLOURS, type ColourName } from './colours';
export {
  type DrawOptions,
  drawScene,
  type PixelImage,
  paintScene,
  sceneDataUri,
  scenePng,
} from './draw-scene';
export { CHANGES, type Change, falseContents } from './false-captions';
export { OBJECT_NAMES, OBJECTS, type ObjectName } from './objects';
export { type Split, splitOf } from './pair-split';
export { isTrueOf, parseCaption } from './parse-caption';
export { placeScene, type SampleOptions, sampleContent } from './sample-scene';
export {
  captionOf,
  mirror,
  RELATIONS,
  type Relation,
  type Scene,
  type SceneContent,
  type SceneObject,
} from './scene';
export { type ScenesBenchmark, type ScenesOptions, scenes } from './scenes';
export { STYLES, type Style } from './sprites';

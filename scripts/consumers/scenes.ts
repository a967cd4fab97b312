import { type Scene, type ScenesBenchmark, scenes } from '@slipform/scenes';
import { exportSugarCrepe } from '@slipform/scenes/files';
import { type KeywordScene, loadKeywordDrawings } from '@slipform/scenes/keywords';

export type Everything = [Scene, KeywordScene];
export const benchmark: ScenesBenchmark = scenes({ style: 'fluent', count: 2 });
export const functions = [exportSugarCrepe, loadKeywordDrawings];

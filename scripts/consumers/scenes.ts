import { type Scene, type ScenesBenchmark, scenes } from '@slipform/scenes';
import { exportSugarCrepe } from '@slipform/scenes/files';

export type Everything = Scene;
export const benchmark: ScenesBenchmark = scenes({ style: 'fluent', count: 2 });
export const functions = [exportSugarCrepe];

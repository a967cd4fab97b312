import type { ClipConfig } from '../../../packages/clip/src/model/clip-config';
import { tasks } from '../yardstick/tasks';

/** What is measured: a training, or the embedding of images. */
export interface GpuWork {
  readonly name: string;
  readonly kind: 'train' | 'embed';
  readonly config: ClipConfig;
  readonly batch: number;
}

/** The models of the race on processors, in batches that fill a GPU. */
export function workOf(quick: boolean): GpuWork[] {
  const of = (name: string, batches: readonly number[]): GpuWork[] => {
    const { kind, config } = tasks.find((task) => task.name.startsWith(name))!;
    return batches.map((batch) => ({ name, kind, config, batch }));
  };
  return quick
    ? [...of('yardstick', [8]), ...of('ViT-B/32 images', [1]), ...of('icons', [32])]
    : [
        ...of('yardstick', [32, 128, 512]),
        ...of('ViT-B/32 images', [32, 128, 256]),
        ...of('icons', [256, 1024]),
      ];
}

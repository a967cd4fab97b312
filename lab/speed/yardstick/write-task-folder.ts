import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { completeConfig, type FullClipConfig } from '../../../packages/clip/src/model/clip-config';
import { parameterSpecs } from '../../../packages/clip/src/model/parameter-specs';
import { toHuggingFaceConfig } from '../../../packages/clip/src/weights/hugging-face-config';
import { writeSafetensors } from '../../../packages/clip/src/weights/safetensors';
import type { BatchShape } from './batches';
import type { Task } from './tasks';

const classes = 64;

/**
 * Writes a task's model and batches as every side reads them: `config.json`, `model.safetensors`, `batches.json`,
 * `images.f32`, `tokens.i32`. The same bytes in each run.
 */
export async function writeTaskFolder({ kind, config, batch }: Task, folder: string): Promise<void> {
  const full = completeConfig(config);
  const { imageSize } = full.image;
  const shape: BatchShape = {
    batches: kind === 'train' ? 4 : 1,
    rows: batch,
    size: imageSize,
    length: full.text.contextLength,
  };
  await mkdir(folder, { recursive: true });
  await writeModel(full, folder);
  const next = normalNumbers(1);
  const rows = shape.batches * shape.rows;
  const classOf = Int32Array.from({ length: rows }, () => Math.floor(Math.abs(next()) * 1e6) % classes);
  const write = (name: string, data: Float32Array | Int32Array) =>
    writeFile(join(folder, name), new Uint8Array(data.buffer));
  await write('images.f32', drawImages(classOf, imageSize, next));
  await write('tokens.i32', drawTokens(classOf, full, next));
  await writeFile(join(folder, 'batches.json'), JSON.stringify(shape));
}

/** Random weights of a model, as Hugging Face's libraries read them. */
async function writeModel(config: FullClipConfig, folder: string): Promise<void> {
  const tensors = parameterSpecs(config).map(({ name, shape, start }, at) => ({
    name,
    shape,
    values: async () => {
      const values = new Float32Array(shape.reduce((a, b) => a * b, 1));
      if ('constant' in start) return values.fill(start.constant);
      const next = normalNumbers(1000 + at);
      return values.map(() => next() * start.deviation);
    },
  }));
  const file = createWriteStream(join(folder, 'model.safetensors'));
  await pipeline(writeSafetensors(tensors, 'float32'), file);
  await writeFile(join(folder, 'config.json'), JSON.stringify(toHuggingFaceConfig(config, 'float32')));
}

/** Waves whose two frequencies are the class, with noise: [rows, size, size, 3]. */
function drawImages(classOf: Int32Array, size: number, next: () => number): Float32Array {
  const pixels = new Float32Array(classOf.length * size * size * 3);
  let at = 0;
  for (const kind of classOf) {
    for (let y = 0; y < size; y++) {
      const down = Math.cos(((1 + Math.floor(kind / 8)) * y) / 9);
      for (let x = 0; x < size; x++) {
        for (let c = 0; c < 3; c++) {
          pixels[at++] = Math.sin(((1 + (kind % 8)) * x) / 9 + c) * down + 0.1 * next();
        }
      }
    }
  }
  return pixels;
}

/** The start token, two words that are the class, other words, the end token: [rows, context length]. */
function drawTokens(classOf: Int32Array, { text }: FullClipConfig, next: () => number): Int32Array {
  const { contextLength, startToken, endToken } = text;
  const words = [...classOf].map((kind) => {
    const others = Array.from(
      { length: contextLength - 4 },
      () => 100 + (Math.floor(Math.abs(next()) * 1e6) % 900),
    );
    return [startToken, 10 + (kind % 8), 20 + Math.floor(kind / 8), ...others, endToken];
  });
  return Int32Array.from(words.flat());
}

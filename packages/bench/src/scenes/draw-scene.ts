import { encode } from 'fast-png';
import { BACKGROUND, COLOURS } from './colours';
import { GRID, type Scene } from './scene';
import { SCENE_SIZE, type Style, spritesOf } from './sprites';

/** Pixels of one picture: RGB, 8 bit, row by row; `data` holds `height · width · 3` bytes. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface DrawOptions {
  /** Whose drawings to use. Default `'noto'`. */
  readonly style?: Style;
  /** 1: 48 × 48 pixels, as models see it (default). 3: 144 × 144, for people. */
  readonly scale?: 1 | 3;
}

/** Draws a scene: 3 × 3 cells, the two things on tiles that fill their cells. */
export function drawScene(scene: Scene, { style = 'noto', scale = 1 }: DrawOptions = {}): PixelImage {
  const size = SCENE_SIZE * scale;
  const data = new Uint8Array(size * size * 3);
  paintScene(data, 0, scene, { style, scale });
  return { width: size, height: size, data };
}

/** The picture as a PNG file's bytes. */
export function scenePng(scene: Scene, options: DrawOptions = {}): Uint8Array<ArrayBuffer> {
  const { width, height, data } = drawScene(scene, options);
  return Uint8Array.from(encode({ width, height, data, channels: 3, depth: 8 }));
}

/** The picture as a PNG data URI. */
export function sceneDataUri(scene: Scene, options: DrawOptions = {}): string {
  let binary = '';
  for (const byte of scenePng(scene, options)) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}

/** Draws into a larger buffer, from `offset` on, with channel values 0–255: how training fills a batch. */
export function paintScene(
  target: Uint8Array,
  offset: number,
  scene: Scene,
  { style = 'noto', scale = 1 }: DrawOptions = {},
): void {
  const size = SCENE_SIZE * scale;
  const edge = size / GRID;
  const sprites = spritesOf(style, scale);
  for (let i = 0; i < size * size * 3; i += 3) {
    target[offset + i] = BACKGROUND[0];
    target[offset + i + 1] = BACKGROUND[1];
    target[offset + i + 2] = BACKGROUND[2];
  }
  for (const [index, object] of [scene.first, scene.second].entries()) {
    const cell = scene.cells[index]!;
    const tile = COLOURS[object.colour];
    const sprite = sprites.get(object.name)!;
    const corner = offset + (Math.floor(cell / GRID) * edge * size + (cell % GRID) * edge) * 3;
    for (let y = 0; y < edge; y++) {
      for (let x = 0; x < edge; x++) {
        const from = (y * edge + x) * 4;
        const to = corner + (y * size + x) * 3;
        const through = 1 - sprite[from + 3]!;
        target[to] = (sprite[from]! + tile[0] * through + 0.5) | 0;
        target[to + 1] = (sprite[from + 1]! + tile[1] * through + 0.5) | 0;
        target[to + 2] = (sprite[from + 2]! + tile[2] * through + 0.5) | 0;
      }
    }
  }
}

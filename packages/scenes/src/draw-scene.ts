import { encode } from 'fast-png';
import { checkScene } from './check-scene';
import { paintPicture } from './paint-picture';
import { SCENE_SIZES, type Scene } from './scene';
import { type DrawOptions, spritesOf } from './sprites';

/** Pixels of one picture: RGB, 8 bit, row by row; `data` holds `height · width · 3` bytes. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Draws a scene: the background, then its tiles with their drawings, the one in front last.
 *
 * @example
 * const { width, height, data } = drawScene(scene, { style: 'fluent', scale: 3 });
 */
export function drawScene(scene: Scene, options: DrawOptions = {}): PixelImage {
  checkScene('drawScene', scene, options);
  const { style = 'noto', scale = 1 } = options;
  const size = SCENE_SIZES[scene.detail] * scale;
  const data = new Uint8Array(size * size * 3);
  paintScene(data, 0, scene, { style, scale });
  return { width: size, height: size, data };
}

/**
 * The picture as a PNG file's bytes.
 *
 * @example
 * const png = scenePng(scene, { style: 'twemoji' });
 */
// The type is Uint8Array<ArrayBuffer>, written so that TypeScript before 5.7 knows it too.
export function scenePng(scene: Scene, options: DrawOptions = {}): ReturnType<Uint8ArrayConstructor['of']> {
  const { width, height, data } = drawScene(scene, options);
  return Uint8Array.from(encode({ width, height, data, channels: 3, depth: 8 }));
}

/**
 * The picture as a PNG data URI.
 *
 * @example
 * const source = sceneDataUri(scene); // for the `src` of an image
 */
export function sceneDataUri(scene: Scene, options: DrawOptions = {}): string {
  let binary = '';
  for (const byte of scenePng(scene, options)) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}

/**
 * Draws into a larger buffer, from `offset` on, with channel values 0–255: how training fills a batch.
 *
 * @example
 * const batch = new Uint8Array(2 * 48 * 48 * 3);
 * paintScene(batch, 48 * 48 * 3, scene); // the second picture
 */
export function paintScene(
  target: Uint8Array,
  offset: number,
  scene: Scene,
  { style = 'noto', scale = 1 }: DrawOptions = {},
): void {
  paintPicture({ target, offset, scale }, scene, (object, edge) => spritesOf(style, edge).get(object.name)!);
}

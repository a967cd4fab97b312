import { encode } from 'fast-png';
import { BACKGROUNDS, COLOURS, PLAIN_BACKGROUND } from './colours';
import { SCENE_SIZES, type Scene, type SceneObject, type Tile } from './scene';
import { type Style, spritesOf } from './sprites';

/** Pixels of one picture: RGB, 8 bit, row by row; `data` holds `height · width · 3` bytes. */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface DrawOptions {
  /** Whose drawings to use. Default `'noto'`. */
  readonly style?: Style;
  /** 1: as models see it (default), 48 × 48 pixels or 64 × 64 by the scene's detail. 3: three times that, for people. */
  readonly scale?: 1 | 3;
}

/** Draws a scene: the background, then its tiles with their drawings, the one in front last. */
export function drawScene(scene: Scene, { style = 'noto', scale = 1 }: DrawOptions = {}): PixelImage {
  const size = SCENE_SIZES[scene.detail] * scale;
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
  const size = SCENE_SIZES[scene.detail] * scale;
  const canvas: Canvas = { target, offset, size };
  const [red, green, blue] =
    scene.background === undefined ? PLAIN_BACKGROUND : BACKGROUNDS[scene.background];
  for (let at = offset; at < offset + size * size * 3; at += 3) {
    target[at] = red;
    target[at + 1] = green;
    target[at + 2] = blue;
  }
  const groups = [
    [scene.first, scene.tiles[0]],
    [scene.second, scene.tiles[1]],
  ] as const;
  for (const [object, tile] of scene.relation === 'in front of' ? [...groups].reverse() : groups) {
    paintTile(canvas, object, tile, style, scale);
  }
}

interface Canvas {
  readonly target: Uint8Array;
  readonly offset: number;
  readonly size: number;
}

function paintTile(canvas: Canvas, object: SceneObject, tile: Tile, style: Style, scale: number): void {
  const { target, offset, size } = canvas;
  const edge = tile.edge * scale;
  const corner = offset + (tile.y * scale * size + tile.x * scale) * 3;
  const [red, green, blue] = COLOURS[object.colour];
  for (let y = 0; y < edge; y++) {
    for (let at = corner + y * size * 3; at < corner + (y * size + edge) * 3; at += 3) {
      target[at] = red;
      target[at + 1] = green;
      target[at + 2] = blue;
    }
  }
  if (tile.quarters === 'all') paintSprite(canvas, corner, object, style, edge);
  else
    for (const quarter of tile.quarters) {
      const down = quarter < 2 ? 0 : edge / 2;
      const right = quarter % 2 === 0 ? 0 : edge / 2;
      paintSprite(canvas, corner + (down * size + right) * 3, object, style, edge / 2);
    }
}

function paintSprite(
  { target, size }: Canvas,
  corner: number,
  object: SceneObject,
  style: Style,
  edge: number,
): void {
  const sprite = spritesOf(style, edge).get(object.name)!;
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const from = (y * edge + x) * 4;
      const to = corner + (y * size + x) * 3;
      const through = 1 - sprite[from + 3]!;
      for (let channel = 0; channel < 3; channel++) {
        target[to + channel] = (sprite[from + channel]! + target[to + channel]! * through + 0.5) | 0;
      }
    }
  }
}

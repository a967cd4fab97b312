import { BACKGROUNDS, COLOURS, PLAIN_BACKGROUND } from './colours';
import { SCENE_SIZES, type Scene, type SceneObject, type Tile } from './scene';
import type { Sprite } from './sprite-sheet';

/** Where a picture goes: RGB bytes from `offset` on. */
export interface Target {
  readonly target: Uint8Array;
  readonly offset: number;
  readonly scale: 1 | 3;
}

interface Canvas {
  readonly pixels: Uint8Array;
  readonly offset: number;
  readonly size: number;
}

/** Paints the background, then both tiles with their drawings, the one in front last. */
export function paintPicture(
  { target, offset, scale }: Target,
  scene: Scene,
  spriteOf: (object: SceneObject, edge: number) => Sprite,
): void {
  const size = SCENE_SIZES[scene.detail] * scale;
  const canvas: Canvas = { pixels: target, offset, size };
  const [red, green, blue] =
    scene.background === undefined ? PLAIN_BACKGROUND : BACKGROUNDS[scene.background];
  for (let at = offset; at < offset + size * size * 3; at += 3) {
    target[at] = red;
    target[at + 1] = green;
    target[at + 2] = blue;
  }
  const paint = (object: SceneObject, tile: Tile) =>
    paintTile(canvas, tile, scale, COLOURS[object.colour], (edge) => spriteOf(object, edge));
  const inOrder = scene.relation === 'in front of' ? ([1, 0] as const) : ([0, 1] as const);
  for (const index of inOrder) paint(index === 0 ? scene.first : scene.second, scene.tiles[index]);
}

function paintTile(
  canvas: Canvas,
  tile: Tile,
  scale: number,
  [red, green, blue]: readonly [number, number, number],
  spriteOf: (edge: number) => Sprite,
): void {
  const { pixels, offset, size } = canvas;
  const edge = tile.edge * scale;
  const corner = offset + (tile.y * scale * size + tile.x * scale) * 3;
  for (let y = 0; y < edge; y++) {
    for (let at = corner + y * size * 3; at < corner + (y * size + edge) * 3; at += 3) {
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
    }
  }
  if (tile.quarters === 'all') {
    paintSprite(canvas, corner, spriteOf(edge), edge);
    return;
  }
  for (const quarter of tile.quarters) {
    const down = quarter < 2 ? 0 : edge / 2;
    const right = quarter % 2 === 0 ? 0 : edge / 2;
    paintSprite(canvas, corner + (down * size + right) * 3, spriteOf(edge / 2), edge / 2);
  }
}

/** Paints a drawing over what is there, from the byte `corner` on. */
export function paintSprite(
  { pixels, size }: Pick<Canvas, 'pixels' | 'size'>,
  corner: number,
  sprite: Sprite,
  edge: number,
): void {
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const from = (y * edge + x) * 4;
      const to = corner + (y * size + x) * 3;
      const through = 1 - sprite[from + 3]!;
      for (let channel = 0; channel < 3; channel++) {
        pixels[to + channel] = (sprite[from + channel]! + pixels[to + channel]! * through + 0.5) | 0;
      }
    }
  }
}

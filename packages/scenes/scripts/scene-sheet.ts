// npx tsx scripts/scene-sheet.ts: docs/scenes.png, scenes of both details in all three artists' drawings.
import { mkdir, writeFile } from 'node:fs/promises';
import { encode } from 'fast-png';
import { drawScene } from '../src/draw-scene';
import { scenes } from '../src/scenes';
import { STYLES } from '../src/sprites';

const GAP = 12;
const SIZE = 192;
const rows = STYLES.flatMap((style) =>
  (['simple', 'full'] as const).map((detail) => ({
    style,
    scenes: scenes({ style, detail, count: 6, seed: 3 }).scenes,
  })),
);
const columns = 6;
// Two rows of one artist side by side would be too wide for a page: one below the other.
const width = columns * (SIZE + GAP) + GAP;
const height = rows.length * (SIZE + GAP) + GAP;
const data = new Uint8Array(width * height * 3).fill(205);
for (const [y, { style, scenes: shown }] of rows.entries()) {
  for (const [x, scene] of shown.entries()) {
    const picture = drawScene(scene, { style, scale: 3 });
    // Simple scenes are 144 pixels wide, full ones 192.
    const inset = (SIZE - picture.width) / 2;
    for (let line = 0; line < picture.height; line++) {
      const from = line * picture.width * 3;
      const to = ((GAP + y * (SIZE + GAP) + inset + line) * width + GAP + x * (SIZE + GAP) + inset) * 3;
      data.set(picture.data.subarray(from, from + picture.width * 3), to);
    }
  }
}
const docs = new URL('../docs/', import.meta.url);
await mkdir(docs, { recursive: true });
await writeFile(new URL('scenes.png', docs), encode({ width, height, data, channels: 3, depth: 8 }));

/**
 * `npx tsx scripts/draw-fixture.ts`: fifty icons of five artists with their pictures by resvg, for the test that a page draws
 * them alike. Icons come evenly from each set, so that most of what bodies are made of is there.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encode } from 'fast-png';
import { drawIcons } from '../src/drawing/draw-icons';
import { iconOf } from '../src/testing/icon-of';

const require = createRequire(import.meta.url);
const perSet = 10;
/** A fixture is no copy of a set: long drawings stay out. */
const longest = 3000;

interface SetFile {
  readonly width?: number;
  readonly height?: number;
  readonly icons: Readonly<
    Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>
  >;
}

const drawn = ['lucide', 'mingcute', 'game-icons', 'carbon', 'healthicons'].flatMap((set) => {
  const file: SetFile = require(`@iconify-json/${set}/icons.json`);
  const all = Object.entries(file.icons).filter(([, { body }]) => body.length <= longest);
  return Array.from({ length: perSet }, (_, at) => {
    const [name, { body, width, height }] = all[Math.floor(((at + 0.5) * all.length) / perSet)]!;
    return {
      id: `${set}:${name}`,
      width: width ?? file.width ?? 16,
      height: height ?? file.height ?? 16,
      body,
    };
  });
});
const size = 32;
const { pixels, skipped } = await drawIcons(
  drawn.map(({ body, ...of }) => iconOf(body, of)),
  { size },
);
if (skipped.length > 0) throw new Error(`${skipped[0]!.icon.id} is not drawn: ${skipped[0]!.why}.`);
const grey = pixels.filter((_, at) => at % 3 === 0);
const png = encode({ width: size, height: size * drawn.length, data: grey, channels: 1, depth: 8 });
const fixture = { size, icons: drawn, png: Buffer.from(png).toString('base64') };
writeFileSync(
  new URL('../fixtures/fifty-icons.json', import.meta.url),
  `${JSON.stringify(fixture, null, 1)}\n`,
);

/** What is asked of the child: pictures of one size on one colour. */
export interface RenderJob {
  readonly svgs: readonly string[];
  readonly size: number;
  /** `#rgb` or `#rrggbb`. */
  readonly background: string;
}

/** What it answers. */
export type RenderAnswer =
  | { readonly ready: true }
  /** The renderer can't be loaded. */
  | { readonly lacking: string }
  /** RGB of all pictures, one behind the other; those that failed are zeros and have a reason, by their index. */
  | { readonly pixels: Uint8Array; readonly failures: readonly (readonly [number, string])[] };

/**
 * The program of the child, which Node gets as text: so it is there whether this package runs from its files, in a bundle,
 * or as source. Its argument is the renderer's file. It has no fonts, and nothing of it is kept.
 */
export const renderChild = `
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
let Resvg;
try {
  ({ Resvg } = require(process.argv[1]));
  process.send({ ready: true });
} catch (error) {
  process.send({ lacking: String(error && error.message).split('\\n')[0] });
}
process.on('message', ({ svgs, size, background }) => {
  const area = size * size;
  const pixels = new Uint8Array(svgs.length * area * 3);
  const failures = [];
  svgs.forEach((svg, index) => {
    try {
      const rgba = new Resvg(svg, { background, font: { loadSystemFonts: false }, logLevel: 'off' }).render().pixels;
      if (rgba.length !== area * 4) throw new Error('the picture has another size');
      for (let from = 0, to = index * area * 3; from < rgba.length; from += 4) {
        pixels[to++] = rgba[from];
        pixels[to++] = rgba[from + 1];
        pixels[to++] = rgba[from + 2];
      }
    } catch (error) {
      failures.push([index, String(error && error.message)]);
    }
  });
  process.send({ pixels, failures });
});
`;

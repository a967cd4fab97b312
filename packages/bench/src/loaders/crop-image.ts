import { InputError } from '@slipform/kit/errors/input-error';
import type { ImageInput } from '../encoders/encoder';
import { type BenchmarkImage, isLazyImage, isMissingImage, type LazyImage } from '../questions/question';
import type { Row } from './row';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A part of a picture, cut out when it is needed: a PNG as a File whose name says picture and box. What of the box
 * lies outside the picture is left away. Needs sharp, an optional peer.
 */
export function cropImage(image: BenchmarkImage, name: string, { x, y, width, height }: Box): LazyImage {
  const key = `${name}#${x},${y},${width},${height}`;
  return {
    key,
    async load() {
      const source = await fileContent(isLazyImage(image) ? await image.load() : image, name);
      const sharp = await findSharp();
      try {
        const picture = sharp(source);
        const size = await picture.metadata();
        const left = clamp(Math.round(x), size.width - 1);
        const top = clamp(Math.round(y), size.height - 1);
        const png = await picture
          .extract({
            left,
            top,
            width: Math.max(1, Math.min(Math.round(width), size.width - left)),
            height: Math.max(1, Math.min(Math.round(height), size.height - top)),
          })
          .png({ compressionLevel: 1 })
          .toBuffer();
        return new File([new Uint8Array(png)], key, { type: 'image/png' });
      } catch (error) {
        throw new InputError(
          `${name} could not be cut: ${error instanceof Error ? error.message : String(error)}.`,
        );
      }
    },
  };
}

async function findSharp(): Promise<typeof import('sharp').default> {
  // A name that bundlers cannot see: the peer is optional, and a bundle must not need it.
  const specifier: string = 'sharp';
  try {
    const module: { default: typeof import('sharp').default } = await import(
      /* @vite-ignore */ /* webpackIgnore: true */ specifier
    );
    return module.default;
  } catch {
    throw new InputError(
      'Cutting pictures needs the package sharp: npm install sharp; or pass { crop: false }.',
    );
  }
}

async function fileContent(image: ImageInput, name: string): Promise<string | Uint8Array> {
  if (typeof image === 'string' || image instanceof Uint8Array) return image;
  if (image instanceof Blob) return new Uint8Array(await image.arrayBuffer());
  throw new InputError(`${name} can only be cut from an image file; pass { crop: false } for cut pixels.`);
}

function clamp(value: number, highest: number): number {
  return Math.max(0, Math.min(value, highest));
}

/** A picture cut to the box of its row, whose columns are left, top, width and height; whole if it is not to be cut. */
export function cutToBox(
  row: Row,
  columns: readonly [string, string, string, string],
  image: BenchmarkImage,
  name: string,
  crop: boolean,
): BenchmarkImage {
  const [x, y, width, height] = columns.map((column) => row.number(column)) as [
    number,
    number,
    number,
    number,
  ];
  if (width <= 0 || height <= 0)
    row.fail(`${columns[2]} and ${columns[3]} must be above 0, got ${width} and ${height}`);
  return crop && !isMissingImage(image) ? cropImage(image, name, { x, y, width, height }) : image;
}

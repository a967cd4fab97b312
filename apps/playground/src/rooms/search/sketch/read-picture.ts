import type { RawImage } from '@slipform/clip';
import { iconSvg, readSvgFile } from '@slipform/icons';

/** Edge of the picture that is given to the model, which makes 32 pixels of it. */
const edge = 128;
/** Free paper on each side, as a share of the edge: about what icons leave. */
const margin = 0.08;
/** Larger files are not opened. */
const maxBytes = 20_000_000;

/**
 * A drawing as icons are: black on white, cut to its ink, in the middle of a square. What is light on dark is inverted.
 *
 * @returns undefined where nothing is drawn
 */
export function asIcon(source: HTMLCanvasElement): RawImage | undefined {
  const { width, height } = source;
  const ink = inkOf(contextOf(source).getImageData(0, 0, width, height));
  if (ink === undefined) return undefined;
  const { left, top, right, bottom, isInverted } = ink;
  const size = Math.max(right - left, bottom - top) / (1 - 2 * margin);
  const canvas = newCanvas(edge, edge);
  const context = contextOf(canvas);
  context.fillStyle = isInverted ? '#000' : '#fff';
  context.fillRect(0, 0, edge, edge);
  context.imageSmoothingQuality = 'high';
  const scale = edge / size;
  const [x, y] = [(size - (right - left)) / 2, (size - (bottom - top)) / 2];
  context.drawImage(
    source,
    ...([left, top, right - left, bottom - top] as const),
    ...([x * scale, y * scale, (right - left) * scale, (bottom - top) * scale] as const),
  );
  const { data } = context.getImageData(0, 0, edge, edge);
  return { width: edge, height: edge, data: grey(data, isInverted) };
}

/** Puts a picture file on a white canvas of its own. @throws one sentence for what is no picture, or can't be read back */
export async function canvasOf(file: Blob): Promise<HTMLCanvasElement> {
  if (file.size > maxBytes) {
    throw new Error(
      `The file has ${(file.size / 1e6).toFixed(0)} MB; choose a picture of less than ${maxBytes / 1e6} MB.`,
    );
  }
  const url = URL.createObjectURL(/svg|xml/i.test(file.type) ? await drawingOf(file) : file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode().catch(() => {
      throw new Error(
        'The file is no picture that this browser reads; choose a PNG, JPEG, WebP, GIF or SVG.',
      );
    });
    const largest = Math.max(image.naturalWidth, image.naturalHeight);
    // An SVG without a size has none.
    const scale = largest === 0 ? 1 : Math.min(1, 512 / largest);
    const width = Math.max(1, Math.round((image.naturalWidth || 512) * scale));
    const height = Math.max(1, Math.round((image.naturalHeight || 512) * scale));
    const canvas = newCanvas(width, height);
    const context = contextOf(canvas);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    // What taints a canvas would taint the sheet for good.
    try {
      context.getImageData(0, 0, 1, 1);
    } catch {
      throw new Error('The browser lets no page read this picture; save it as a PNG and choose that.');
    }
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * The browser draws SVG in the page's own thread, where nothing can end it; so it gets what icons may be.
 *
 * @throws one sentence, for what is no SVG, would load or run something, or takes too long to draw
 */
async function drawingOf(file: Blob): Promise<Blob> {
  const drawing = readSvgFile(await file.text());
  if (typeof drawing === 'string') {
    throw new Error(`The drawing can’t be used: ${drawing}; save it as a PNG and choose that.`);
  }
  return new Blob([iconSvg(drawing, { size: 512 })], { type: 'image/svg+xml' });
}

/** The box that holds what differs from the paper, which is what the corners are. */
function inkOf({ data, width, height }: ImageData) {
  const at = (x: number, y: number) => lightness(data, (y * width + x) * 4);
  const corners = [at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)];
  const isInverted = corners.filter((corner) => corner < 128).length > 2;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isInverted ? at(x, y) < 96 : at(x, y) > 160) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return right <= left ? undefined : { left, top, right, bottom, isInverted };
}

function grey(data: Uint8ClampedArray, isInverted: boolean): Uint8ClampedArray {
  const rgb = new Uint8ClampedArray((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const light = lightness(data, from);
    rgb.fill(isInverted ? 255 - light : light, to, to + 3);
  }
  return rgb;
}

/** Rec. 601. */
function lightness(data: Uint8ClampedArray, at: number): number {
  return 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
}

function newCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser gives the page no canvas to draw on.');
  return context;
}

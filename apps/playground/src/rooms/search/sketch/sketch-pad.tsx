import type { RawImage } from '@slipform/clip';
import { iconSvg, readSvgFile } from '@slipform/icons';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../parts/button';
import { ErrorBox } from '../../../parts/error-box';

/** Pixels of the canvas; on the page it is as large as there is room. */
const edge = 480;
/** About the line of an icon: 2 of 24. */
const pen = 36;

type Point = readonly [number, number];
type Layer = { readonly points: Point[] } | { readonly picture: HTMLCanvasElement };

/** A place to draw, or to put a picture; each line that ends is a new question. */
export function SketchPad({ onPicture }: { readonly onPicture: (picture: RawImage | undefined) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const layers = useRef<Layer[]>([]);
  const [count, setCount] = useState(0);
  const [error, setError] = useState<unknown>();

  const paint = () => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, edge, edge);
    for (const layer of layers.current) {
      if ('picture' in layer) paintPicture(context, layer.picture);
      else paintLine(context, layer.points);
    }
  };
  const finish = () => {
    paint();
    setCount(layers.current.length);
    onPicture(canvas.current === null ? undefined : asIcon(canvas.current));
  };
  const take = async (file: Blob | undefined | null) => {
    if (!file) return;
    setError(undefined);
    try {
      layers.current = [{ picture: await canvasOf(file) }];
      finish();
    } catch (thrown) {
      setError(thrown);
    }
  };
  // Both stay the same for as long as the pad is there.
  useEffect(() => {
    paint();
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const file = [...(clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      take(file);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);

  const pointOf = (event: PointerEvent): Point => {
    const box = canvas.current!.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * edge, ((event.clientY - box.top) / box.height) * edge];
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    canvas.current!.setPointerCapture(event.pointerId);
    layers.current.push({ points: [pointOf(event)] });
    paint();
  };
  const go = (event: PointerEvent) => {
    const line = layers.current.at(-1);
    if (line === undefined || !('points' in line) || !canvas.current!.hasPointerCapture(event.pointerId))
      return;
    line.points.push(pointOf(event));
    paint();
  };
  const undo = () => {
    layers.current.pop();
    finish();
  };
  const clear = () => {
    layers.current = [];
    finish();
  };
  return (
    <div class="sketch">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; the button does the same */}
      <div
        class="sketch-paper"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer?.files[0]);
        }}
      >
        <canvas
          ref={canvas}
          width={edge}
          height={edge}
          role="img"
          aria-label="A sheet to draw an icon on. Without a pointer, choose a picture instead."
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={finish}
          onPointerCancel={finish}
        />
        {count === 0 && (
          <p class="sketch-hint" aria-hidden="true">
            Draw here
          </p>
        )}
      </div>
      <div class="sketch-tools">
        <Button sign="undo" onClick={undo} disabled={count === 0}>
          Undo
        </Button>
        <Button sign="eraser" onClick={clear} disabled={count === 0}>
          Clear
        </Button>
        <Button sign="picture" onClick={() => chooser.current?.click()}>
          Choose a picture
        </Button>
        <input
          ref={chooser}
          class="unseen"
          type="file"
          accept="image/*"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <p class="hint">
          A picture may also be dropped or pasted here. It should be one drawing on plain paper.
        </p>
      </div>
      {error !== undefined && (
        <ErrorBox title="This picture can’t be searched with" error={withoutStack(error)} />
      )}
    </div>
  );
}

function withoutStack(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function paintLine(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.strokeStyle = '#000';
  context.lineWidth = pen;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  const [x, y] = points[0]!;
  context.moveTo(x, y);
  // A dot is a line of no length.
  context.lineTo(x, y);
  for (const point of points) context.lineTo(...point);
  context.stroke();
}

function paintPicture(context: CanvasRenderingContext2D, picture: HTMLCanvasElement): void {
  const scale = edge / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  context.drawImage(picture, (edge - width) / 2, (edge - height) / 2, width, height);
}

/** Edge of the picture that is given to the model, which makes 32 pixels of it. */
const pictureEdge = 128;
/** Free paper on each side, as a share of the edge: about what icons leave. */
const margin = 0.08;
/** Larger files are not opened. */
const maxBytes = 20_000_000;

/**
 * A drawing as icons are: black on white, cut to its ink, in the middle of a square. What is light on dark is inverted.
 *
 * @returns undefined where nothing is drawn
 */
function asIcon(source: HTMLCanvasElement): RawImage | undefined {
  const { width, height } = source;
  const ink = inkOf(contextOf(source).getImageData(0, 0, width, height));
  if (ink === undefined) return undefined;
  const { left, top, right, bottom, isInverted } = ink;
  const size = Math.max(right - left, bottom - top) / (1 - 2 * margin);
  const canvas = newCanvas(pictureEdge, pictureEdge);
  const context = contextOf(canvas);
  context.fillStyle = isInverted ? '#000' : '#fff';
  context.fillRect(0, 0, pictureEdge, pictureEdge);
  context.imageSmoothingQuality = 'high';
  const scale = pictureEdge / size;
  const [x, y] = [(size - (right - left)) / 2, (size - (bottom - top)) / 2];
  context.drawImage(
    source,
    ...([left, top, right - left, bottom - top] as const),
    ...([x * scale, y * scale, (right - left) * scale, (bottom - top) * scale] as const),
  );
  const { data } = context.getImageData(0, 0, pictureEdge, pictureEdge);
  return { width: pictureEdge, height: pictureEdge, data: grey(data, isInverted) };
}

/** Puts a picture file on a white canvas of its own. @throws one sentence for what is no picture, or can't be read back */
async function canvasOf(file: Blob): Promise<HTMLCanvasElement> {
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

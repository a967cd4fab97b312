import type { RawImage } from '@slipform/clip';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../parts/button';
import { ErrorBox } from '../../../parts/error-box';
import { asIcon, canvasOf } from './read-picture';

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

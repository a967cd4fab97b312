import { refuse } from '@slipform/kit/errors/input-error';
import type { WriteInside } from '@slipform/kit/files/write-folder';
import type { Icon } from '../corpus/icon';
import { drawIcons } from '../drawing/draw-icons';
import type { DrawOptionsRead } from '../drawing/draw-options';
import type { SkippedIcon } from '../drawing/drawings';
import { DUO_PADDING, duoPixels } from '../duo/duo-picture';
import type { DuoQuestion } from '../duo/duo-questions';
import { fileKey } from './file-key';
import { linePieces } from './json-pieces';
import { pngOf } from './picture-stream';

interface WriteDuosOptions {
  readonly draw: DrawOptionsRead;
  readonly signal: AbortSignal | undefined;
  readonly onDrawn: (icons: number) => void;
  readonly onSkip: (skipped: SkippedIcon) => void;
}

/**
 * Questions about pictures of two icons in Winoground's form: `examples.jsonl`, each line `{ id, kind, image_0, image_1,
 * caption_0, caption_1, … }`, and the pictures in `images/`. The icons of one set are held at once.
 *
 * @returns the icons and the questions that were written
 */
export async function writeDuos(
  inside: WriteInside,
  questions: readonly DuoQuestion[],
  { draw, signal, onDrawn, onSkip }: WriteDuosOptions,
): Promise<{ readonly icons: readonly Icon[]; readonly questions: number }> {
  const { size, colour, background } = draw;
  if (size % 4 !== 0) {
    refuse(
      'exportIcons',
      'size',
      'must be a multiple of 4 for the format duo, in which an icon has half of the edge',
      size,
    );
  }
  const half = size / 2;
  const padding = Math.max(draw.padding, DUO_PADDING);
  const written: Icon[] = [];
  const rows: object[] = [];
  for (const set of new Set(questions.map((question) => question.set))) {
    const own = questions.filter((question) => question.set === set);
    const icons = [...new Set(own.flatMap(({ pictures }) => pictures.flat()))];
    const places = new Map(icons.map((icon, at) => [icon, at]));
    const { pixels, has, skipped } = await drawIcons(icons, {
      size: half,
      colour,
      background,
      padding,
      workers: 1,
      ...(signal && { signal }),
    });
    skipped.forEach(onSkip);
    onDrawn(icons.length);
    written.push(...icons.filter((_, at) => has(at)));
    const bytes = half * half * 3;
    const drawingOf = (icon: Icon) =>
      pixels.subarray(places.get(icon)! * bytes, (places.get(icon)! + 1) * bytes);
    const made = new Set<string>();
    for (const { kind, pictures, captions, wording, parts } of own) {
      if (!pictures.flat().every((icon) => has(places.get(icon)!))) continue;
      const names: string[] = [];
      for (const [one, other] of pictures) {
        const name = `${fileKey(one)}+${fileKey(other).slice(fileKey({ set, name: '' }).length)}_${wording.layout}`;
        names.push(name);
        if (made.has(name)) continue;
        made.add(name);
        const both = duoPixels([drawingOf(one), drawingOf(other)], wording.layout, { half });
        await inside(`images/${name}.png`, pngOf(both, size));
      }
      rows.push({
        id: rows.length,
        kind,
        image_0: names[0],
        image_1: names[1],
        caption_0: captions[0],
        caption_1: captions[1],
        layout: wording.layout,
        parts,
        set,
        artist: pictures[0][0].artist,
      });
    }
  }
  if (rows.length > 0) await inside('examples.jsonl', linePieces(rows));
  return { icons: rows.length > 0 ? written : [], questions: rows.length };
}

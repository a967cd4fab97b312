import { dataUrl, loadJson } from '../../../parts/data-files';
import type { Catalog, DrawingsFile } from '../index/catalog';

/** A drawing as SVG: what stands inside `<svg>`, and the view box. */
export interface Drawing {
  readonly body: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const files = new Map<string, Promise<DrawingsFile>>();

/** The drawing of an icon, out of the file that has it and its neighbours. */
export async function drawingOf(catalog: Catalog, base: string, set: string, row: number): Promise<Drawing> {
  const path = catalog.sets.find((one) => one.set === set)?.drawings[Math.floor(row / catalog.chunk)];
  if (path === undefined) throw new Error(`${set} has no icon ${row}.`);
  let file = files.get(path);
  if (file === undefined) {
    file = loadJson<DrawingsFile>(dataUrl(path, base));
    files.set(path, file);
    // The next time it is asked for again.
    file.catch(() => files.delete(path));
  }
  const [body, left, top, width, height] = (await file).icons[row % catalog.chunk]!;
  return { body, left, top, width, height };
}

/** The drawing as a file. */
export function svgText({ body, left, top, width, height }: Drawing, comment = ''): string {
  const link = body.includes('xlink:') ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : '';
  const note = comment === '' ? '' : `<!-- ${comment.replaceAll('--', '- -')} -->`;
  return `<svg xmlns="http://www.w3.org/2000/svg"${link} width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${note}${body}</svg>`;
}

/** The drawing as a picture's address: nothing in it runs there. */
export function pictureUrl(drawing: Drawing): string {
  return `data:image/svg+xml,${encodeURIComponent(svgText(drawing))}`;
}

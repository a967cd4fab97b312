import type { WriteInside } from '@slipform/kit/files/write-folder';
import type { Icon, SetInfo } from '../corpus/icon';
import { fileKey } from './file-key';
import { listPieces } from './json-pieces';
import type { DrawAll } from './write-pairs';

export interface CocoOptions {
  readonly sets: ReadonlyMap<string, SetInfo>;
  readonly size: number;
  readonly captionsOf: (icon: Icon) => readonly string[];
}

/**
 * Captions as COCO has them: `captions.json` with `images`, `annotations` and `licenses`, and the pictures in `images/`.
 * An image also has the icon's id and its artist.
 */
export async function writeCoco(
  inside: WriteInside,
  icons: readonly Icon[],
  draw: DrawAll,
  { sets, size, captionsOf }: CocoOptions,
): Promise<{ readonly icons: readonly Icon[]; readonly captions: number }> {
  const drawn: Icon[] = [];
  for await (const { icon, png } of draw(icons)) {
    await inside(`images/${fileKey(icon)}.png`, png);
    drawn.push(icon);
  }
  const licences = [...new Map([...sets.values()].map((set) => [licenceKey(set), set])).values()];
  const licenceIds = new Map(licences.map((set, index) => [licenceKey(set), index + 1]));
  const images = drawn.map((icon, index) => ({
    id: index + 1,
    file_name: `${fileKey(icon)}.png`,
    width: size,
    height: size,
    license: licenceIds.get(licenceKey(sets.get(icon.set)!)),
    icon: icon.id,
    artist: icon.artist,
  }));
  const annotations = drawn
    .flatMap((icon, index) => captionsOf(icon).map((caption) => ({ image_id: index + 1, caption })))
    .map((row, index) => ({ id: index + 1, ...row }));
  await inside('captions.json', cocoPieces(licences, images, annotations));
  return { icons: drawn, captions: annotations.length };
}

function licenceKey({ licence, licenceUrl }: SetInfo): string {
  return `${licence} ${licenceUrl}`;
}

function* cocoPieces(
  licences: readonly SetInfo[],
  images: readonly unknown[],
  annotations: readonly unknown[],
): Generator<string> {
  const info = { description: 'icons of the sets in NOTICE.txt, written by slipform-icons' };
  yield `{"info": ${JSON.stringify(info)},\n"licenses": `;
  yield* listPieces(
    licences.map(({ licence, licenceUrl }, index) => ({ id: index + 1, name: licence, url: licenceUrl })),
  );
  yield ',\n"images": ';
  yield* listPieces(images);
  yield ',\n"annotations": ';
  yield* listPieces(annotations);
  yield '}\n';
}

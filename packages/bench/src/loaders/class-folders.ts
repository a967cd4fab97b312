import { InputError } from '@slipform/kit/errors/input-error';
import type { Benchmark } from '../questions/benchmark';
import { nodeFiles } from './node-modules';
import { zeroShot } from './zero-shot';

const PICTURE = /\.(jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;

/**
 * Zero-shot classification of a folder of folders, one for each class: `golden_retriever/1.jpg` is "a photo of a golden
 * retriever.".
 *
 * @throws InputError where there are fewer than two such folders with pictures
 */
export function classFolders(path: string): Benchmark {
  const { fs, path: paths } = nodeFiles('zero-shot');
  const folders = fs.existsSync(path) && fs.statSync(path).isDirectory() ? fs.readdirSync(path).sort() : [];
  const pictures = folders.map((name) => {
    const folder = paths.join(path, name);
    if (!fs.statSync(folder).isDirectory()) return [];
    const files = fs.readdirSync(folder).filter((file) => PICTURE.test(file));
    return files.sort().map((file) => paths.join(folder, file));
  });
  const classes = folders.filter((_, at) => pictures[at]!.length > 0);
  if (classes.length < 2) {
    throw new InputError(
      `zero-shot: ${path} must be a folder of folders of pictures, one for each of at least two classes.`,
    );
  }
  const filled = pictures.filter(({ length }) => length > 0);
  return zeroShot({
    images: filled.flat(),
    labels: filled.flatMap((own, label) => own.map(() => label)),
    classes: classes.map((name) => name.replaceAll('_', ' ')),
  });
}

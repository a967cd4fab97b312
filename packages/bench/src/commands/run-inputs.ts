import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isFolder } from '@slipform/kit/files/output-file';
import type { NamedFile } from '@slipform/kit/files/output-guard';

export interface RunInputs {
  /** Folder of the model. */
  readonly model: string;
  readonly benchmarks: readonly { readonly name: string; readonly path: string }[];
  readonly images: readonly string[];
  /** File of captions that the text-only model learns from. */
  readonly captions: string | undefined;
}

const MODEL_FILE =
  /\.(safetensors|bin)$|\.index\.json$|^merges\.txt$|^(open_clip_|preprocessor_|tokenizer_|)config\.json$|^(tokenizer|vocab|special_tokens_map|added_tokens)\.json$/;
/** SugarCrepe's subsets; of VALSE's folder each .json is read. Results that lie beside them are not subsets. */
const SUBSET = /^(add|replace|swap)_\w+\.json$/;
const PICTURE = /\.(jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;

/** Every file that `run` may read and an output of the name `output` could be: pictures only of that name. */
export function runInputs({ model, benchmarks, images, captions }: RunInputs, output: string): NamedFile[] {
  const isOutput = (name: string) => name === basename(output) && PICTURE.test(name);
  const named = benchmarks.filter(({ path }) => path !== '');
  return [
    ...filesOf(model, MODEL_FILE, 'a file of the model'),
    ...named.flatMap(({ name, path }) =>
      filesOf(path, name === 'valse' ? /\.json$/ : SUBSET, `a file of ${name}`),
    ),
    ...[...images, ...named.map(({ path }) => join(path, 'images'))].flatMap((folder) =>
      filesIn(folder)
        .filter(isOutput)
        .map((name) => ({ file: join(folder, name), name: 'a picture' })),
    ),
    ...(captions === undefined ? [] : [{ file: captions, name: 'the captions of --blind' }]),
  ];
}

function filesOf(path: string, wanted: RegExp, name: string): NamedFile[] {
  if (!isFolder(path)) return [{ file: path, name }];
  return filesIn(path)
    .filter((each) => wanted.test(each))
    .map((each) => ({ file: join(path, each), name }));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Who reads the folder says what is wrong with it.
    return [];
  }
}

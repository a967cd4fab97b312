import { unreadable } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { checkFile } from '@slipform/kit/files/check-file';
import { decodeUtf8 } from '@slipform/kit/files/text-encoding';
import { parseJson } from '@slipform/kit/formats/parse-json';
import { nodeFiles } from './node-modules';

/** No annotation file of the field comes near; Karpathy's COCO file has 144 MB. */
const maxMebibytes = 400;

export interface Source {
  /** What errors call it: the path, or the argument. */
  readonly name: string;
  readonly value: unknown;
  /** Folder of the file, where it is one. */
  readonly folder?: string;
}

/** JSON of a file, or what a caller has parsed already. @throws InputError where the file isn't there or isn't JSON */
export function readJsonSource(place: string, source: unknown): Source {
  if (typeof source !== 'string') return { name: place, value: source };
  const { text, folder } = readText(place, source);
  return { name: source, value: parseJson(text, source), folder };
}

/** Rows of a file with one JSON value a line, or of one JSON list, or what a caller has parsed already. */
export function readJsonLinesSource(place: string, source: unknown): Source {
  if (typeof source !== 'string') return { name: place, value: source };
  const { text, folder } = readText(place, source);
  if (text.trimStart().startsWith('[')) return readJsonSource(place, source);
  const value: unknown[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    value.push(parseJson(line, `${source}, line ${index + 1}`));
  });
  return { name: source, value, folder };
}

function readText(place: string, file: string): { text: string; folder: string } {
  const { fs, path } = nodeFiles(place);
  const bytes = readBytes(file, fs);
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') {
    throw new InputError(
      `${file} is Parquet; read it with readParquet of @slipform/bench/files and pass the rows.`,
    );
  }
  return { text: decodeUtf8(bytes, file), folder: path.dirname(file) };
}

function readBytes(file: string, fs: typeof import('node:fs')): Buffer {
  try {
    checkFile(fs.statSync(file), file, { maxMebibytes, kind: 'annotations' });
    return fs.readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

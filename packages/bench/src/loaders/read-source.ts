import { fileReason } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import { parseJson } from '@slipform/kit/parse-json';
import { otherEncoding } from '@slipform/kit/text-encoding';
import { nodeFiles } from './node-modules';

/** Above this no annotation file of the field comes near; Karpathy's COCO file has 144 MB. */
const LARGEST = 400 * 2 ** 20;

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
  const bytes = readBytes(place, file, fs);
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') {
    throw new InputError(
      `${file} is Parquet; read it with readParquet of @slipform/bench/files and pass the rows.`,
    );
  }
  const problem = otherEncoding(bytes);
  if (problem !== undefined) throw new InputError(`${file} ${problem}.`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), folder: path.dirname(file) };
  } catch {
    throw new InputError(`${file} must be UTF-8 text.`);
  }
}

function readBytes(place: string, file: string, fs: typeof import('node:fs')): Buffer {
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) throw new InputError(`${place}: ${file} does not exist.`);
    if (stat.isDirectory()) throw new InputError(`${place}: ${file} is a folder; name the file in it.`);
    if (!stat.isFile()) throw new InputError(`${place}: ${file} must be a file; save what it gives to one.`);
    if (stat.size > LARGEST) {
      throw new InputError(
        `${file}: ${stat.size} bytes are too many for annotations, the limit is ${LARGEST}.`,
      );
    }
    return fs.readFileSync(file);
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError(`${place}: cannot read ${file}: ${fileReason(error)}.`);
  }
}

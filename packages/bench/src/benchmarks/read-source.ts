import { InputError } from '@slipform/clip';
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
  try {
    return { name: source, value: JSON.parse(text), folder };
  } catch (error) {
    throw new InputError(`${source} is not JSON: ${reasonOf(error)}`);
  }
}

/** Rows of a file with one JSON value a line, or of one JSON list, or what a caller has parsed already. */
export function readJsonLinesSource(place: string, source: unknown): Source {
  if (typeof source !== 'string') return { name: place, value: source };
  const { text, folder } = readText(place, source);
  if (text.trimStart().startsWith('[')) return readJsonSource(place, source);
  const value: unknown[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      value.push(JSON.parse(line));
    } catch (error) {
      throw new InputError(`${source}, line ${index + 1}: not JSON: ${reasonOf(error)}`);
    }
  });
  return { name: source, value, folder };
}

function readText(place: string, file: string): { text: string; folder: string } {
  const { fs, path } = nodeFiles(place);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new InputError(`${place}: ${file} does not exist`);
  if (!stat.isFile()) throw new InputError(`${place}: ${file} is a folder; name the file in it`);
  if (stat.size > LARGEST) {
    throw new InputError(`${file}: ${stat.size} bytes are too many for annotations, the limit is ${LARGEST}`);
  }
  const bytes = fs.readFileSync(file);
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') {
    throw new InputError(
      `${file} is Parquet; read it with readParquet of @slipform/bench/files and pass the rows`,
    );
  }
  const problem = otherEncoding(bytes);
  if (problem !== undefined) throw new InputError(`${file} ${problem}`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), folder: path.dirname(file) };
  } catch {
    throw new InputError(`${file} must be UTF-8 text`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

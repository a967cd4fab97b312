import { InputError } from '../errors/input-error';

/** `json` is COCO's captions, Karpathy's splits, or a list of objects; `tar` a webdataset shard; `text` a caption a line. */
export const captionFormats = ['text', 'jsonl', 'csv', 'tsv', 'json', 'parquet', 'tar'] as const;
export type CaptionFormat = (typeof captionFormats)[number];

const byExtension: Readonly<Record<string, CaptionFormat>> = {
  txt: 'text',
  text: 'text',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  parquet: 'parquet',
  tar: 'tar',
  tgz: 'tar',
};

/** The format that a file's name says, compressed (.gz) or not; `undefined` for an extension that we don't know. */
export function formatOfName(file: string): CaptionFormat | undefined {
  const extension = extensionOf(file);
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}

/**
 * The same, of those that a reader takes; standard input is text, if that is one of them.
 *
 * @param remedy what can be done about a name that says none of them: "pass --format jsonl|tsv"
 * @param caller what the message begins with
 * @throws {InputError} for such a name
 */
export function formatOf<F extends CaptionFormat>(
  file: string,
  taken: readonly F[],
  remedy: string,
  caller = '',
): F {
  const said = file === '-' ? 'text' : formatOfName(file);
  const format = taken.find((name) => name === said);
  if (format !== undefined) return format;
  throw new InputError(`${caller}cannot tell the format of ${file} by its name; ${remedy}.`);
}

/** Whether a file is compressed, by its name. */
export function isGzipName(file: string): boolean {
  return /\.(gz|tgz)$/i.test(file);
}

/** What follows the last dot, without .gz, in small letters. */
export function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
}

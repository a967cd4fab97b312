import { resolve } from 'node:path';
import { parseNorms } from '@slipform/concreteness';
import { isGzipName } from '@slipform/kit/captions/caption-formats';
import { nameOf } from '@slipform/kit/captions/open-input';
import { InputError, retold } from '@slipform/kit/errors/input-error';
import type { NamedFile } from '@slipform/kit/files/output-guard';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { type Fingerprint, hashFile, hashText } from '@slipform/kit/shards/fingerprint';
import { quoted } from '@slipform/kit/text/printable';
import { version } from '../../package.json';
import { CorpusStats } from '../corpus/corpus-stats';
import { type Format, type OutputFormat, outputFormatOf } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import type { EncodeOptions } from '../files/record-format';
import { checkContrasts } from '../lexicon/contrasts';
import { plainOptions, resolveOptions } from '../options';
import { blockSize } from '../sites/cut-into-blocks';
import type { MinerSetup } from '../workers/block-miner';
import type { MineFileOptions } from './mine-options';
import { fieldNames, fieldsText } from './named-fields';

/** The fields of a record: no column that is kept may have one of these names. */
const recordFields = [
  ...['id', 'caption', 'positive', 'negative', 'operation', 'slot'],
  ...['keyword', 'replacement', 'keyword2', 'replacement2'],
  ...['concreteness', 'concretenessSource', 'replacementConcreteness', 'instruction', 'distance', 'scores'],
  ...['partner', 'imageId', 'filepath', 'negativeFilepath', 'seed', 'version', 'reason'],
];

const tsvFields = [
  'filepath',
  'title',
  'neg_caption',
  'neg_image',
  'neg_filepath',
  'concreteness',
  'surprise',
  'leak',
  'reason',
];

/** @throws {InputError} for a name that is given twice, or stands for something else in the output */
function refuseClashes(keep: readonly string[], format: OutputFormat): void {
  const ours = format === 'tsv' ? tsvFields : recordFields;
  for (const [i, name] of keep.entries()) {
    const head = format === 'parquet' ? name.replace(/\..*/, '') : name;
    if (ours.includes(head)) {
      throw new InputError(
        `--keep must not name ${quoted(name)}, which is a field of our own in ${format}; leave it out, or rename the column.`,
      );
    }
    if (keep.indexOf(name) !== i) throw new InputError(`--keep names ${quoted(name)} twice; name it once.`);
  }
}

/** All files that a run reads. */
export function readBy(file: string, { norms, vocabulary, fit, contrasts }: MineFileOptions): NamedFile[] {
  const optional = (read: string | undefined, name: string) =>
    read === undefined ? [] : [{ file: read, name }];
  return [
    { file, name: 'the input' },
    ...optional(norms, 'the file of --norms'),
    ...optional(vocabulary, 'the file of --vocabulary'),
    ...optional(fit, 'the file of --fit'),
    ...optional(contrasts, 'the file of --contrasts'),
  ];
}

/** Which fields of a file are read, and what its ids are. @param shard its name, where it is one of a folder */
export function fieldsOf(options: MineFileOptions, shard: string | undefined): FieldNames {
  return { ...fieldNames(options.fields), shard, keep: options.keep };
}

export function encodingOf(format: Format, options: MineFileOptions, shard?: string): EncodeOptions {
  const {
    output,
    outputFormat,
    shape,
    imageRoot,
    keep = [],
    keepAll: keepsAll = false,
    withoutImages = false,
  } = options;
  const written = outputFormat ?? outputFormatOf(output);
  const gzip = isGzipName(output);
  if (gzip && written === 'parquet') {
    throw new InputError('Parquet is compressed within; write it to a name that ends in .parquet.');
  }
  refuseClashes(keep, written);
  return {
    format: written,
    ...(shape && { tuples: { shape, negatives: options.perCaption ?? 1, imageRoot } }),
    gzip,
    copiesSamples: written === 'tar' && format === 'tar' && !withoutImages,
    keepsAll,
    // Beside the samples of a shard lies one of the same key; others are numbered, in a folder behind the shard's name.
    key:
      format === 'tar'
        ? { is: 'id' }
        : { is: 'place', prefix: shard === undefined ? '' : `${shard.replaceAll('.', '_')}_` },
    // Parquet alone asks for types, which a look at the file shows.
    ...(keep.length > 0 ? { kept: Object.fromEntries(keep.map((name) => [name, 'STRING' as const])) } : {}),
  };
}

/** @throws {InputError} if what can be read once only would have to be read twice */
export function refuseSecondReading(
  file: string,
  { copiesSamples, format }: EncodeOptions,
  keep: readonly string[] | undefined,
): void {
  const reason = copiesSamples
    ? 'its samples are copied'
    : keep !== undefined && format === 'parquet'
      ? 'Parquet asks for the types of the columns of --keep'
      : undefined;
  if (reason === undefined) return;
  throw new InputError(
    `${nameOf(file)} is read twice, since ${reason}; name a regular file, or write another format.`,
  );
}

/** What all files of a run share, read once. */
export interface RunSetup extends MinerSetup {
  /** All that the records depend on, under the names that messages use. */
  readonly by: Fingerprint;
}

/** @throws {InputError} if an option is outside its range, or a file can't be used */
export async function readSetup(options: MineFileOptions): Promise<RunSetup> {
  const { offsets = 'utf16' } = options;
  const norms = await readNorms(options.norms);
  const fit = await readParsed(
    options.fit,
    CorpusStats.parse,
    '--fit takes what `slipform-plant fit` wrote',
    256,
  );
  const contrasts = await readParsed(
    options.contrasts,
    checkContrasts,
    'write such as: couch, a tab, *, a tab, bench, bed, hammock',
  );
  const vocabulary = options.vocabulary === undefined ? undefined : await readWords(options.vocabulary);
  const resolved = resolveOptions({
    ...plainOptions(options),
    fit: fit.value,
    vocabulary,
    contrasts: contrasts.value,
  });
  return {
    options: resolved,
    norms: norms.value,
    offsets,
    by: {
      ...Object.fromEntries(
        Object.entries(plainOptions(resolved)).map(([name, value]) => [flagOf(name), String(value)]),
      ),
      '--offsets': offsets,
      '--norms': norms.hash,
      '--fit': fit.hash,
      '--contrasts': contrasts.hash,
      '--vocabulary': vocabulary === undefined ? '' : hashText(vocabulary.join('\n')),
    },
  };
}

export function readNorms(file: string | undefined) {
  return readParsed(file, parseNorms, '--norms takes a header and a word with its rating on each line');
}

/** Parses a file's text; gives the value and the text's hash. @param remedy for a user of the command, who calls no functions of ours */
export async function readParsed<T>(
  file: string | undefined,
  parse: (text: string) => T,
  remedy: string,
  mebibytes?: number,
): Promise<{ readonly value: T | undefined; readonly hash: string }> {
  if (file === undefined) return { value: undefined, hash: '' };
  const text = await readText(file, mebibytes);
  try {
    return { value: parse(text), hash: hashText(text) };
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    throw retold(error, { place: nameOf(file), remedy });
  }
}

/** All that the bytes of the output depend on, under the names that messages use. */
export async function fingerprintOf(
  file: string,
  format: Format,
  fields: FieldNames,
  options: MineFileOptions,
  by: Fingerprint,
  encode: EncodeOptions,
): Promise<Fingerprint> {
  return {
    'the version': version,
    'the input': await hashFile(file),
    '--format': format,
    '--output-format': `${options.withoutImages ? 'side-tar' : writtenName(encode)}${encode.gzip ? ' in gzip' : ''}`,
    '--fields': fieldsText(options.fields),
    ...(fields.shard === undefined ? {} : { 'the shard': fields.shard }),
    ...(options.imageRoot === undefined ? {} : { '--image-root': resolve(options.imageRoot) }),
    ...by,
    '--keep': (fields.keep ?? []).join(','),
    '--keep-all': String(encode.keepsAll),
    '--block-size': options.blockSize ?? blockSize,
  };
}

function writtenName({ format, tuples }: EncodeOptions): string {
  if (tuples === undefined) return format;
  return format === 'jsonl' ? tuples.shape : `${tuples.shape} in ${format}`;
}

/** `perCaption` is `--per-caption`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** In MiB. Norms and lists of words have a few; each byte of them may cost ten in memory, in each thread. */
const longestText = 32;
/** In words; English has not as many. */
const longestList = 1_000_000;
/** "Traffic light" is a word, "a traffic light on a street" is not. */
const maxParts = 3;

/** The whole text of a small file, inflated if it is gzip. @throws {InputError} if it can't be read or is not UTF-8 */
export function readText(file: string, mebibytes = longestText): Promise<string> {
  return readTextFile(file, mebibytes);
}

/** The lines of a small file that are not blank. @throws {InputError} if there are none, or most are no words but sentences */
export async function readWords(file: string): Promise<readonly string[]> {
  const words = new Set<string>();
  let [lines, sentences, firstSentence] = [0, 0, ''];
  for (const line of linesOf(await readText(file))) {
    if (line.trim() === '') continue;
    lines += 1;
    if (isSentence(line)) {
      sentences += 1;
      if (sentences === 1) firstSentence = line;
    }
    if (words.add(line).size > longestList) {
      throw new InputError(`${file} must hold at most ${longestList} words, got more; name a shorter list.`);
    }
  }
  if (words.size === 0) throw new InputError(`${file} holds no word; write one a line.`);
  if (2 * sentences > lines) {
    throw new InputError(
      `${file} must hold a word a line, got ${quoted(firstSentence, 40)} in one; name a list of words, not captions.`,
    );
  }
  return [...words];
}

/** Lines that end with LF, CRLF or CR, one at a time. */
function* linesOf(text: string): Generator<string> {
  for (const match of text.matchAll(/[^\r\n]+/g)) yield match[0];
}

function isSentence(line: string): boolean {
  let parts = 0;
  for (const _ of line.matchAll(/\S+/g)) if (++parts > maxParts) return true;
  return false;
}

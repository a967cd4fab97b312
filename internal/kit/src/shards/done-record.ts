import { type BigIntStats, lstatSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { codeOf, fileReason } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { writeFileWhole } from '../files/write-file';
import { isJsonObject, type JsonObject, parseJsonObject } from '../formats/parse-json';
import { differenceOf, type Fingerprint, hashFile } from './fingerprint';

/** What lies beside an output that is finished, so that a run that comes again finds nothing to do. */
export interface DoneRecord {
  /** What made it. */
  readonly fingerprint: JsonObject;
  /** What was made. */
  readonly output: { readonly bytes: number; readonly sha256: string };
  /** What the command says at its end. */
  readonly summary: unknown;
}

const format = 'slipform done 1';
const longest = 1024 * 1024;

/** Whether a file that we write beside an output is there. @throws {InputError} if what lies there is no file */
export function isThere(file: string): boolean {
  let stat: BigIntStats;
  try {
    stat = lstatSync(file, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw new InputError(`cannot write ${file}: ${fileReason(error)}.`);
  }
  if (!stat.isFile()) throw new InputError(`${file} is in the way; remove it.`);
  return true;
}

/** Where the record of an output lies. */
export function doneFileOf(output: string): string {
  return `${output}.done.json`;
}

/** The record of an output, undefined if there is none. @throws {InputError} if what lies there is no such record */
export async function readDoneRecord(output: string): Promise<DoneRecord | undefined> {
  const file = doneFileOf(output);
  if (!isThere(file)) return undefined;
  try {
    if ((await stat(file)).size <= longest) {
      const {
        format: found,
        fingerprint,
        output: made,
        summary,
      } = parseJsonObject(await readFile(file), file);
      if (found === format && isJsonObject(fingerprint) && isJsonObject(made)) {
        const { bytes, sha256 } = made;
        if (typeof bytes === 'number' && typeof sha256 === 'string') {
          return { fingerprint, output: { bytes, sha256 }, summary };
        }
      }
    }
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
  }
  throw new InputError(
    `${file} is damaged, or no record of a finished run; move it and run again: ${output} is then compared with what the run makes, and made if it is not there.`,
  );
}

/** Whether an output has a record, damaged or foreign ones apart. */
export async function hasDoneRecord(output: string): Promise<boolean> {
  return readDoneRecord(output).then(
    (record) => record !== undefined,
    () => false,
  );
}

/** A record of what is finished now. */
export type NewDoneRecord = Omit<DoneRecord, 'fingerprint'> & { readonly fingerprint: Fingerprint };

/** Writes the record of an output. */
export async function writeDoneRecord(output: string, record: NewDoneRecord): Promise<void> {
  await writeFileWhole(doneFileOf(output), doneRecordText(record));
}

/** The content of the file of a record. */
export function doneRecordText(record: NewDoneRecord): string {
  return `${JSON.stringify({ format, ...record }, null, 2)}\n`;
}

/**
 * Why an output is not what a run would make, undefined if it is: a sentence's end that follows the output's name.
 */
export async function whyNotDone(
  output: string,
  record: DoneRecord,
  fingerprint: Fingerprint,
): Promise<string | undefined> {
  const difference = differenceOf(record.fingerprint, fingerprint);
  if (difference !== undefined) return `is finished already by another run: ${difference}`;
  const { bytes, sha256 } = record.output;
  const isSame = (await stat(output)).size === bytes && (await hashFile(output)) === sha256;
  return isSame ? undefined : `has changed since it was written (${doneFileOf(output)} says what it was)`;
}

import { type Agreement, compareNorms, createLexicon, type Norms, parseNorms } from '@slipform/concreteness';
import { InputError, retold } from '@slipform/kit/errors/input-error';
import { answerHere } from '../../../parts/worker-lane';
import { type Lexicons, ratePiece } from '../rate/rate-piece';
import type { RatedPiece } from '../rate/summary';

/** What the worker is asked for. */
export type WordsJob =
  | { readonly kind: 'rate'; readonly texts: readonly string[] }
  /** To take people's ratings from a file; without one, to rate by estimates alone again. */
  | { readonly kind: 'norms'; readonly file: File | undefined };

export type WordsAnswer =
  | { readonly kind: 'rate'; readonly pieces: readonly RatedPiece[] }
  | { readonly kind: 'norms'; readonly report: NormsReport | undefined };

/** What a file of people's ratings holds, and how our estimates agree with it. */
export interface NormsReport {
  readonly name: string;
  /** Words and phrases that have a rating. */
  readonly words: number;
  /** How many of them have a standard deviation. */
  readonly deviations: number;
  readonly skipped: number;
  readonly warnings: readonly string[];
  /** All words first. */
  readonly groups: readonly Agreement[];
}

/** Larger than any file of norms; `parseNorms` has a limit of its own, on characters. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Reads a file that a person chose: text in UTF-8 or UTF-16, with commas, semicolons or tabs.
 *
 * @throws {Error} one sentence that names the file and a remedy
 */
async function readNormsFile(file: File): Promise<Norms> {
  const { name, size } = file;
  const fail = (sentence: string): never => {
    throw new Error(`${shortName(name)} ${sentence}`);
  };
  if (size === 0) fail('is empty; choose a file with a word and its rating in each row.');
  if (size > maxBytes)
    fail(`must have at most 64 MB, got ${Math.round(size / 1e6)} MB; choose a table of words and ratings.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    fail(
      'is a spreadsheet or an archive, which this page does not read; save its sheet as CSV and drop that file.',
    );
  }
  const text =
    decode(bytes) ?? fail('is no text in UTF-8; save the table as CSV in UTF-8 and drop that file.');
  try {
    return parseNorms(text);
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    // The options that a caller of the function has are not to be had here.
    const isLacking = error.argument === 'the header';
    const remedy = isLacking ? 'name them so in its first line' : error.remedy;
    return fail(retold(error, { place: 'is no table of ratings', remedy }).message);
  }
}

function decode(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function shortName(name: string): string {
  return `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”`;
}

const estimates = createLexicon();
const byEstimates: Lexicons = { first: estimates, estimates, norms: undefined };
let lexicons = byEstimates;

async function takeNorms(file: File): Promise<NormsReport> {
  const norms = await readNormsFile(file);
  const { groups } = compareNorms(norms, estimates, { worst: 0 });
  lexicons = { first: createLexicon({ norms }), estimates, norms };
  const { ratings, deviations, skipped, warnings } = norms;
  return {
    ...{ name: file.name, words: ratings.size, deviations: deviations?.size ?? 0 },
    ...{ skipped, warnings, groups },
  };
}

answerHere<WordsJob, WordsAnswer>(
  async (job) => {
    if (job.kind === 'rate') {
      return { kind: 'rate', pieces: job.texts.map((text) => ratePiece(text, lexicons)) };
    }
    if (job.file !== undefined) return { kind: 'norms', report: await takeNorms(job.file) };
    lexicons = byEstimates;
    return { kind: 'norms', report: undefined };
  },
  { inOrder: true },
);

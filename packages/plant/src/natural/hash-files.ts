import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { isJsonObject, parseJsonObject } from '@slipform/kit/parse-json';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { differenceOf } from '@slipform/kit/shards/fingerprint';
import { writeFileWhole } from '@slipform/kit/write-file';
import { isWhole, type RowShape, type Run } from './sorted-rows';

/**
 * The rows of hashed sites: two numbers of the key (`site-key.ts`), the word's lemma hashed, a hash of seed and caption,
 * where the caption's line begins in bytes (high and low), and the first and last code unit of the span, 16 bits each.
 */
export const siteRows: RowShape = { width: 7, keys: 7 };

/** How far a folder of hashed captions is. Its files are whole up to here. */
export interface HashState {
  readonly captions: number;
  readonly captionBytes: number;
  readonly imageBytes: number;
  /** Rows of each run of sites. */
  readonly runs: readonly number[];
  readonly isDone: boolean;
}

const format = 'slipform-plant hashes 1';
const nothing: HashState = { captions: 0, captionBytes: 0, imageBytes: 0, runs: [], isDone: false };

/** The files of a folder of hashed captions: of one file of captions, or of one shard of them. */
export class HashFiles {
  #isOpen = false;

  constructor(readonly folder: string) {}

  get captions(): string {
    return join(this.folder, 'captions.jsonl');
  }

  /** A line for each image of several captions: a list of them. */
  get images(): string {
    return join(this.folder, 'images.jsonl');
  }

  /** How many pictures name which words: see `Meetings`. */
  get meetings(): string {
    return join(this.folder, 'meetings.rows');
  }

  get #state(): string {
    return join(this.folder, 'state.json');
  }

  /** The runs of sites. */
  runs({ runs }: HashState): readonly Run[] {
    return runs.map((rows, run) => ({
      file: join(this.folder, `sites-${String(run).padStart(4, '0')}.run`),
      rows,
    }));
  }

  /**
   * Takes the folder, with what an earlier process of the same fingerprint left there.
   *
   * @throws {InputError} if the folder holds what is not ours
   */
  async open(fingerprint: Fingerprint, resume: boolean): Promise<HashState> {
    const found = this.#find();
    this.#isOpen = true;
    const isSame = found !== undefined && differenceOf(found.fingerprint, fingerprint) === undefined;
    if (resume && isSame) {
      const runs = this.runs(found.state);
      const sound = runs.every((run) => isWhole(run, siteRows.width));
      if (sound) return found.state;
    }
    this.remove();
    mkdirSync(this.folder, { recursive: true });
    await this.save(fingerprint, nothing);
    return nothing;
  }

  /** The state of a folder that is finished. @throws {InputError} if it is not one */
  readDone(): HashState {
    const state = this.#find()?.state;
    if (state?.isDone) return state;
    throw new InputError(`${this.folder} holds no finished hashes of captions; make them first.`);
  }

  async save(fingerprint: Fingerprint, state: HashState): Promise<void> {
    await writeFileWhole(this.#state, `${JSON.stringify({ format, fingerprint, state })}\n`);
  }

  /** Removes the folder that `open` took. */
  remove(): void {
    if (this.#isOpen) rmSync(this.folder, { recursive: true, force: true });
  }

  /** @throws {InputError} if the folder is there and is not ours */
  #find():
    | { readonly fingerprint: Readonly<Record<string, unknown>>; readonly state: HashState }
    | undefined {
    if (!existsSync(this.folder)) return undefined;
    try {
      if (readdirSync(this.folder).length === 0) return undefined;
      const value = parseJsonObject(readFileSync(this.#state), this.#state);
      const { fingerprint, state } = value;
      if (value.format === format && isJsonObject(fingerprint) && isState(state))
        return { fingerprint, state };
    } catch {
      // Said below.
    }
    throw new InputError(`${this.folder} is in the way: it holds no hashes of captions; move it.`);
  }
}

function isState(value: unknown): value is HashState {
  if (!isJsonObject(value)) return false;
  const { captions, captionBytes, imageBytes, runs, isDone } = value;
  const isCount = (count: unknown) => Number.isSafeInteger(count) && Number(count) >= 0;
  return (
    [captions, captionBytes, imageBytes].every(isCount) &&
    Array.isArray(runs) &&
    runs.every(isCount) &&
    typeof isDone === 'boolean'
  );
}

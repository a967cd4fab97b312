import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { isJsonObject, parseJsonObject } from '@slipform/kit/parse-json';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { differenceOf, hashFile, hashText } from '@slipform/kit/shards/fingerprint';
import { writeFileWhole } from '@slipform/kit/write-file';
import { isKeptTypes, type KeptType } from '../files/kept-types';
import { linesOf, summed, type Table, tableShapes, tables, tableTexts } from './hash-tables';
import { isWhole, mergeRuns, type Run } from './sorted-rows';

/** How far a folder of hashed captions is. Its files are whole up to here. */
export interface HashState {
  readonly captions: number;
  /** Lines of the input that could not be read. */
  readonly brokenLines: number;
  readonly captionBytes: number;
  readonly imageBytes: number;
  /** Rows of each run of each table. */
  readonly runs: Readonly<Record<Table, readonly number[]>>;
  /** Types of the columns of `--keep`. */
  readonly kept?: Readonly<Record<string, KeptType>>;
  readonly isDone: boolean;
  /** What lies in the folder once the runs of each table have been made one file of text. */
  readonly packed?: {
    readonly rows: Readonly<Record<Table, number>>;
    /** SHA-256 of each file, by its name. */
    readonly sha256: Readonly<Record<string, string>>;
  };
}

/** Which shard of how many a folder holds, counted from 0. */
export interface ShardPlace {
  readonly number: number;
  readonly of: number;
  /** The input. */
  readonly input: string;
}

interface Found {
  readonly fingerprint: Readonly<Record<string, unknown>>;
  readonly place: ShardPlace;
  readonly state: HashState;
}

const format = 'slipform-plant hashes 3';
const nothing: HashState = {
  captions: 0,
  brokenLines: 0,
  captionBytes: 0,
  imageBytes: 0,
  runs: { sites: [], images: [], words: [] },
  isDone: false,
};
const alone: ShardPlace = { number: 0, of: 1, input: '' };

/** The files of a folder of hashed captions: of one file of captions, or of one shard of them. */
export class HashFiles {
  #isOpen = false;
  #found: Found | undefined;

  /** @param place of a shard that is to be made; one that is there knows its own */
  constructor(
    readonly folder: string,
    private readonly place: ShardPlace = alone,
  ) {}

  get captions(): string {
    return join(this.folder, 'captions.jsonl');
  }

  /** A line for each run of captions of one image: see `pictures.ts`. */
  get images(): string {
    return join(this.folder, 'images.jsonl');
  }

  get #state(): string {
    return join(this.folder, 'state.json');
  }

  /** The sorted rows of a table. */
  runs(table: Table, { runs, packed }: HashState): readonly Run[] {
    if (packed) {
      return [{ file: this.#packedFile(table), rows: packed.rows[table], text: tableTexts[table] }];
    }
    return runs[table].map((rows, run) => ({
      file: join(this.folder, `${table}-${String(run).padStart(4, '0')}.run`),
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
    const isSame = found !== undefined && this.#differenceOf(found, fingerprint) === undefined;
    if (resume && isSame && (await this.#isSound(found.state))) return found.state;
    this.remove();
    mkdirSync(this.folder, { recursive: true });
    await this.save(fingerprint, nothing);
    return nothing;
  }

  /**
   * The state of a folder that a process of the same fingerprint has finished and packed; undefined if there is none.
   *
   * @throws {InputError} if another fingerprint's is there, it has changed, or it holds what is not ours
   */
  async findPacked(fingerprint: Fingerprint): Promise<HashState | undefined> {
    const found = this.#find();
    if (!found) return undefined;
    const again = 'pass --force to make it again, or name another folder';
    const difference = this.#differenceOf(found, fingerprint);
    if (difference !== undefined) {
      throw new InputError(`${this.folder} is finished already by another run: ${difference}; ${again}.`);
    }
    if (!found.state.packed) throw new InputError(`${this.folder} is not finished; ${again}.`);
    const fault = await this.#faultOf(found.state);
    if (fault === undefined) return found.state;
    throw new InputError(`${fault} has changed since it was written; ${again}.`);
  }

  /** The state of a folder that is finished. @throws {InputError} if it is not one */
  readDone(): HashState {
    return this.#done().state;
  }

  /**
   * @param which is asked of each file, by its name. Default: all
   * @throws {InputError} if the files of a finished folder are not, bit for bit, what they were
   */
  async assertSound(which?: (name: string) => boolean): Promise<void> {
    const fault = await this.#faultOf(this.#done().state, which);
    if (fault === undefined) return;
    throw new InputError(`${fault} has changed since it was written; make these hashes again with --force.`);
  }

  /** Which shard a finished folder holds. */
  readPlace(): ShardPlace {
    return this.#done().place;
  }

  /** What a finished folder depends on. */
  readFingerprint(): Readonly<Record<string, unknown>> {
    return this.#done().fingerprint;
  }

  async save(fingerprint: Fingerprint, state: HashState): Promise<void> {
    this.#found = undefined;
    const { place } = this;
    await writeFileWhole(this.#state, stateText({ fingerprint, place, state }));
  }

  /** Makes one file of text of the runs of each table: what a folder is that others take. */
  async pack(fingerprint: Fingerprint, state: HashState): Promise<HashState> {
    if (state.packed) return state;
    const packed = { sites: 0, images: 0, words: 0 };
    for (const table of tables) {
      const rows = mergeRuns(this.runs(table, state), tableShapes[table]);
      const lines = linesOf(table === 'words' ? summed(rows) : rows, tableTexts[table], (count) => {
        packed[table] = count;
      });
      await writeFileWhole(this.#packedFile(table), lines);
    }
    const sha256: Record<string, string> = {};
    for (const file of this.#packedFiles()) sha256[basename(file)] = await hashFile(file);
    const done = { ...state, packed: { rows: packed, sha256 } };
    await this.save(fingerprint, done);
    for (const table of tables) for (const { file } of this.runs(table, state)) rmSync(file, { force: true });
    return done;
  }

  /** Removes the folder that `open` took. */
  remove(): void {
    this.#found = undefined;
    if (this.#isOpen) rmSync(this.folder, { recursive: true, force: true });
  }

  #done(): Found {
    const found = this.#find();
    if (found?.state.isDone) return found;
    throw new InputError(`${this.folder} holds no finished hashes of captions; make them first.`);
  }

  #differenceOf({ fingerprint: before, place }: Found, fingerprint: Fingerprint): string | undefined {
    const { number, of } = this.place;
    return differenceOf(
      { ...before, 'its place among the inputs': place.number, 'the number of inputs': place.of },
      { ...fingerprint, 'its place among the inputs': number, 'the number of inputs': of },
    );
  }

  #packedFile(table: Table): string {
    return join(this.folder, `${table}.tsv`);
  }

  /** All files of a packed folder but the one of its state. */
  #packedFiles(): readonly string[] {
    return [this.captions, this.images, ...tables.map((table) => this.#packedFile(table))];
  }

  /** The first file that is not what it was when the folder was packed. */
  async #faultOf({ packed }: HashState, which = (_: string) => true): Promise<string | undefined> {
    for (const file of this.#packedFiles()) {
      const name = basename(file);
      if (!which(name)) continue;
      if (!existsSync(file) || (await hashFile(file)) !== packed?.sha256[name]) return file;
    }
    return undefined;
  }

  /** Whether the files of an unfinished run are as whole as the state says. */
  async #isSound(state: HashState): Promise<boolean> {
    const areWhole = tables.every((table) =>
      this.runs(table, state).every((run) => isWhole(run, tableShapes[table].width)),
    );
    if (!areWhole) return false;
    return (
      (await holds(this.captions, state.captionBytes, state.isDone)) &&
      (await holds(this.images, state.imageBytes, state.isDone))
    );
  }

  /** @throws {InputError} if the folder is there and is not ours */
  #find(): Found | undefined {
    if (this.#found) return this.#found;
    if (!existsSync(this.folder)) return undefined;
    try {
      // What a process that was killed at its first step leaves.
      if (readdirSync(this.folder).every((name) => name.startsWith('.slipform-'))) return undefined;
      const bytes = readFileSync(this.#state);
      const { fingerprint, state, place } = parseJsonObject(bytes, this.#state);
      if (isJsonObject(fingerprint) && isState(state) && isPlace(place)) {
        const found = { fingerprint, state, place };
        if (stateText(found) === bytes.toString()) {
          this.#found = found;
          return found;
        }
      }
    } catch {
      // Said below.
    }
    throw new InputError(
      existsSync(this.#state)
        ? `${this.#state} is damaged, or of another version; move ${this.folder}, and make these hashes again.`
        : `${this.folder} is in the way: it holds no hashes of captions; move it.`,
    );
  }
}

/** The file of the state: its first field is the SHA-256 of all that follows. */
function stateText({ fingerprint, place, state }: Found): string {
  const text = JSON.stringify({ format, fingerprint, place, state });
  return `${JSON.stringify({ sha256: hashText(text) }).slice(0, -1)},${text.slice(1)}\n`;
}

async function holds(file: string, bytes: number, exactly: boolean): Promise<boolean> {
  try {
    const { size } = await stat(file);
    if (exactly ? size !== bytes : size < bytes) return false;
    if (bytes === 0) return true;
    // A machine that lost its power may leave zeros at the end.
    const handle = await open(file, 'r');
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, bytes - 1).finally(() => handle.close());
    return last[0] === 10;
  } catch {
    return false;
  }
}

const isCount = (count: unknown) => Number.isSafeInteger(count) && Number(count) >= 0;

function isState(value: unknown): value is HashState {
  if (!isJsonObject(value)) return false;
  const { captions, brokenLines, captionBytes, imageBytes, runs, isDone, kept, packed } = value;
  return (
    [captions, brokenLines, captionBytes, imageBytes].every(isCount) &&
    isJsonObject(runs) &&
    tables.every((table) => {
      const counts = runs[table];
      return Array.isArray(counts) && counts.every(isCount);
    }) &&
    (kept === undefined || isKeptTypes(kept)) &&
    (packed === undefined || isPacked(packed)) &&
    typeof isDone === 'boolean'
  );
}

function isPacked(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { rows, sha256 } = value;
  return isJsonObject(rows) && tables.every((table) => isCount(rows[table])) && isJsonObject(sha256);
}

function isPlace(value: unknown): value is ShardPlace {
  return isJsonObject(value) && isCount(value.number) && isCount(value.of) && typeof value.input === 'string';
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileReason } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import { writeFileWhole } from '@slipform/kit/write-file';

/** Answers that were paid for, in a folder that several processes may share. */
export interface AnswerCache {
  /** The answer to a request; undefined if there is none, or if its file is damaged. */
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, answer: Uint8Array): Promise<void>;
}

export interface AnswerCacheOptions {
  readonly folder: string;
  /** How many bytes the folder may hold; the oldest answers go first. */
  readonly limit: number;
}

const mark = 'slipform answer 1';
/** Down to this share of the limit, so that not every answer makes room for itself. */
const kept = 0.9;
const keyName = /^[0-9a-f]{64}$/;

/** For a run that keeps no answers. */
export const noCache: AnswerCache = { get: async () => undefined, put: async () => {} };

/**
 * Opens a folder of answers, which is made if it is missing. A file is named by the SHA-256 of what was asked, appears
 * whole or not at all, and begins with a line that has the SHA-256 of the answer behind it.
 *
 * @throws {InputError} if the folder can't be made or holds something else
 */
export async function openAnswerCache({ folder, limit }: AnswerCacheOptions): Promise<AnswerCache> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new InputError(`--cache: ${folder} can't be made: ${fileReason(error)}.`);
  });
  let size = sizeOf(await filesOf(folder));
  let clearing: Promise<void> | undefined;

  async function makeRoom(): Promise<void> {
    const files = await filesOf(folder);
    size = sizeOf(files);
    files.sort((a, b) => a.time - b.time);
    for (const file of files) {
      if (size <= limit * kept) break;
      await rm(file.path, { force: true });
      size -= file.bytes;
    }
  }

  return {
    async get(key) {
      const file = fileOf(folder, key);
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes === undefined) return undefined;
      const end = bytes.indexOf('\n');
      const answer = bytes.subarray(end + 1);
      if (end !== -1 && bytes.toString('latin1', 0, end) === `${mark} ${sha256(answer)}`) return answer;
      await rm(file, { force: true });
      return undefined;
    },
    async put(key, answer) {
      const file = fileOf(folder, key);
      const head = Buffer.from(`${mark} ${sha256(answer)}\n`);
      if (head.length + answer.length > limit) return;
      if (!existsSync(dirname(file))) await mkdir(dirname(file), { recursive: true });
      await writeFileWhole(file, [head, answer]);
      size += head.length + answer.length;
      if (size <= limit) return;
      clearing ??= makeRoom().finally(() => {
        clearing = undefined;
      });
      await clearing;
    },
  };
}

/** The key of a request: the SHA-256 of its parts. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    // With its length, so that no two lists of parts are one text.
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

function fileOf(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), key);
}

interface CachedFile {
  readonly path: string;
  readonly bytes: number;
  readonly time: number;
}

/** Our files; what else lies there stays. */
async function filesOf(folder: string): Promise<CachedFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    keyName.test(name.slice(name.length - 64)),
  );
  const files: CachedFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    // Another process may have removed it.
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) files.push({ path, bytes: found.size, time: found.mtimeMs });
  }
  return files;
}

function sizeOf(files: readonly CachedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

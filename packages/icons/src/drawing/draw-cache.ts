import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import type { Drawings, DrawingsDraft } from './drawings';

/** What pictures in a cache are pictures of. */
export interface CacheEntry {
  readonly folder: string;
  /** How many drawings. */
  readonly count: number;
  /** A drawing as the renderer gets it. */
  readonly svgAt: (index: number) => string;
  readonly size: number;
  readonly background: string;
  /** Of the renderer. */
  readonly version: string;
}

/** The first line of a file of pictures, before their bytes. */
interface Header {
  readonly format: typeof format;
  readonly skipped: readonly (readonly [number, string])[];
}

const format = 'slipform drawings 1';
const newline = 10;

/** Fills in the pictures that are kept; false if there are none, or they are damaged. */
export async function cachedDrawings(entry: CacheEntry, draft: DrawingsDraft): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = await readWholeFile(fileOf(entry), { maxMebibytes: 16_384 });
  } catch {
    return false; // drawn anew; writing says what is wrong with the folder
  }
  const end = bytes.indexOf(newline);
  const header = headerOf(bytes.subarray(0, end));
  const picture = entry.size * entry.size * 3;
  if (header === undefined || bytes.length !== end + 1 + entry.count * picture) return false;
  const reasons = new Map(header.skipped);
  for (let index = 0; index < entry.count; index++) {
    const reason = reasons.get(index);
    const start = end + 1 + index * picture;
    if (reason === undefined) draft.put(index, bytes.subarray(start, start + picture));
    else draft.skip(index, reason);
  }
  return true;
}

/** @throws {InputError} if the folder can't be made or written into */
export async function keepDrawings(
  entry: CacheEntry,
  { pixels }: Drawings,
  skipped: readonly (readonly [number, string])[],
): Promise<void> {
  await mkdir(entry.folder, { recursive: true }).catch((error: unknown) => {
    throw new InputError(
      `drawIcons: cache: ${entry.folder} can't be made: ${fileReason(error)}; name another folder.`,
    );
  });
  const header: Header = { format, skipped };
  await writeFileWhole(fileOf(entry), [`${JSON.stringify(header)}\n`, pixels]);
}

function fileOf({ folder, count, svgAt, size, background, version }: CacheEntry): string {
  const hash = createHash('sha256').update(JSON.stringify([format, version, size, background]));
  for (let index = 0; index < count; index++) {
    const svg = svgAt(index);
    hash.update(`\n${svg.length}\n`).update(svg);
  }
  return join(folder, `${hash.digest('hex').slice(0, 32)}.drawings`);
}

function headerOf(line: Uint8Array): Header | undefined {
  try {
    const header: Partial<Header> | null = JSON.parse(new TextDecoder().decode(line));
    return header?.format === format && Array.isArray(header.skipped) ? (header as Header) : undefined;
  } catch {
    return undefined;
  }
}

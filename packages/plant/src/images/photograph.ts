import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@slipform/kit/parse-json';
import { quoted } from '@slipform/kit/printable';
import { readWholeFile } from '@slipform/kit/read-whole-file';
import { type Picture, readPicture } from './picture';
import { RecordProblem } from './record-problem';

/** What editors take at most. */
const mostMebibytes = 50;
const extensions = ['jpg', 'jpeg', 'png', 'webp'];

export interface Photograph {
  readonly bytes: Uint8Array;
  readonly picture: Picture;
}

/**
 * The file of a record's image below a folder: its `filepath`, else a file that is named by its `imageId`.
 *
 * @throws {RecordProblem} if there is none
 */
export function photographFile({ filepath, imageId }: JsonObject, folder: string): string {
  if (typeof filepath === 'string') return below(folder, filepath);
  if (typeof imageId !== 'string') throw new RecordProblem('has neither filepath nor imageId');
  const names = [imageId, ...extensions.map((extension) => `${imageId}.${extension}`)];
  const found = names.map((name) => below(folder, name)).find((file) => existsSync(file));
  if (found === undefined)
    throw new RecordProblem(`has the imageId ${quoted(imageId)}, and there is no such picture`);
  return found;
}

/** A path of a file that somebody else wrote. @throws {RecordProblem} if it leads out of the folder */
export function below(folder: string, path: string): string {
  const parts = path.split(/[/\\]/);
  const leadsOut =
    path === '' || /^([/\\]|[a-z]:)/i.test(path) || parts.includes('..') || path.includes('\0');
  if (leadsOut) throw new RecordProblem(`names a file outside of the folder of images: ${quoted(path)}`);
  return join(folder, path);
}

/** The bytes of a photograph. @throws {RecordProblem} if they can't be read, or are no picture */
export async function readPhotograph(file: string): Promise<Photograph> {
  const bytes = await readWholeFile(file, { mostMebibytes }).catch((error: Error) => {
    throw new RecordProblem(`has a picture that can't be used: ${error.message.replace(/\.$/, '')}`);
  });
  try {
    return { bytes, picture: readPicture(bytes) };
  } catch (error) {
    throw new RecordProblem(`has a picture that can't be used: ${quoted(file)} ${(error as Error).message}`);
  }
}

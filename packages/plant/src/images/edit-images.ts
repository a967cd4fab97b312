import { join } from 'node:path';
import type { JsonObject } from '@slipform/kit/parse-json';
import { readWholeFile } from '@slipform/kit/read-whole-file';
import { writeFileWhole } from '@slipform/kit/write-file';
import { keyOf } from '../hooks/answer-cache';
import type { Endpoint } from '../hooks/endpoint';
import type { ExtraFields } from '../hooks/extra-fields';
import { askEditor, partsOf } from './ask-editor';
import { below, photographFile, readPhotograph } from './photograph';
import { type Picture, readPicture } from './picture';
import { RecordProblem } from './record-problem';

export interface EditorOptions {
  readonly endpoint: Endpoint;
  readonly model: string;
  /** What an editor is asked, with `{instruction}` in the place of the record's. */
  readonly prompt: string;
  readonly fields: ExtraFields;
  /** The folder of the photographs, and that of the edited pictures. */
  readonly images: string;
  readonly output: string;
}

/** What became of a record. */
export interface Joined {
  /** The record, with `negativeFilepath` if it has a picture now. */
  readonly record: JsonObject;
  /**
   * `edited`: its picture is new; `kept`: an earlier run made it; `copied`: its negative is another photograph's caption;
   * `refused`: the editor's answer can't be used; `broken`: its photograph can't; `none`: it has no negative.
   */
  readonly outcome: Outcome;
  /** Of `broken`, in words that follow the record's place. */
  readonly problem?: string;
}

export const outcomes = ['edited', 'kept', 'copied', 'refused', 'broken', 'none'] as const;
export type Outcome = (typeof outcomes)[number];

const kinds: readonly Picture['extension'][] = ['png', 'jpg', 'webp'];
const mostMebibytes = 64;

/**
 * Makes the hard image of each record: the photograph, changed by an editor as the record's instruction has it. A picture is
 * named by the SHA-256 of all that it depends on, so that it is asked for once.
 */
export function createEditor({ endpoint, model, prompt, fields, images, output }: EditorOptions) {
  /** The picture that an earlier run made. */
  async function find(name: string): Promise<string | undefined> {
    for (const kind of kinds) {
      const file = `${name}.${kind}`;
      const bytes = await readWholeFile(join(output, file), { mostMebibytes }).catch(() => undefined);
      if (bytes !== undefined && isPicture(bytes)) return file;
    }
    return undefined;
  }

  async function save(name: string, bytes: Uint8Array): Promise<string> {
    const file = `${name}.${readPicture(bytes).extension}`;
    await writeFileWhole(join(output, file), bytes);
    return file;
  }

  async function copy(record: JsonObject, path: string): Promise<Joined> {
    const { bytes } = await readPhotograph(below(images, path));
    const name = nameOf(['copy', bytes]);
    return joined(record, (await find(name)) ?? (await save(name, bytes)), 'copied');
  }

  async function edit(record: JsonObject, instruction: string): Promise<Joined> {
    const photograph = await readPhotograph(photographFile(record, images));
    const text = prompt.replaceAll('{instruction}', () => instruction);
    const request = { model, prompt: text, photograph, fields };
    const name = nameOf(partsOf(request));
    const before = await find(name);
    if (before !== undefined) return joined(record, before, 'kept');
    const bytes = await askEditor(endpoint, request);
    if (bytes === undefined) return { record, outcome: 'refused' };
    return joined(record, await save(name, bytes), 'edited');
  }

  return async (record: JsonObject): Promise<Joined> => {
    const { negative, instruction, operation, negativeFilepath } = record;
    if (typeof negative !== 'string' || negative === '') return { record, outcome: 'none' };
    try {
      if (operation === 'natural' && typeof negativeFilepath === 'string') {
        return await copy(record, negativeFilepath);
      }
      if (typeof instruction !== 'string' || instruction.trim() === '') {
        throw new RecordProblem('has no instruction that is a text');
      }
      return await edit(record, instruction);
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error;
      return { record, outcome: 'broken', problem: error.message };
    }
  };
}

function joined(record: JsonObject, negativeFilepath: string, outcome: Outcome): Joined {
  return { record: { ...record, negativeFilepath }, outcome };
}

function nameOf(parts: readonly (string | Uint8Array)[]): string {
  return keyOf(...parts).slice(0, 32);
}

function isPicture(bytes: Uint8Array): boolean {
  try {
    readPicture(bytes);
    return true;
  } catch {
    return false;
  }
}

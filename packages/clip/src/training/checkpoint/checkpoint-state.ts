import type { FileDigest } from '@slipform/kit/files/write-folder';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { shown } from '@slipform/kit/text/printable';
import { parseModelJson } from '../../files/model-json';
import { InputError } from '../../input-error';

/** Files of a checkpoint beside its `state.json`. */
export const CHECKPOINT_FILES = ['model.safetensors', 'config.json', 'optimizer.safetensors'] as const;

/** Named values that two runs must share for one to go on where the other stopped. */
export type Identity = Readonly<Record<string, unknown>>;

/** What `state.json` holds; it is written last, so that a checkpoint with one is whole. */
export interface CheckpointState {
  readonly format: 'slipform-clip checkpoint 1';
  readonly library: string;
  readonly backend: string;
  /** Kernels of the wasm backend, `none` for tfjs's own; null on another backend; absent before they were kept. */
  readonly kernels?: string | null;
  /** Steps done: the position in the schedule and in the data. */
  readonly step: number;
  /** Loss of the last of them. */
  readonly loss: number;
  readonly identity: Identity;
  /** The numbers of the optimiser's state; its tensors are in `optimizer.safetensors`. */
  readonly optimizer: Readonly<Record<string, number>>;
  /** What observers keep, by their names; absent where none does. */
  readonly observers?: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<(typeof CHECKPOINT_FILES)[number], FileDigest>>;
}

/** Reads and checks a `state.json`; throws an InputError that says what is wrong with it. */
export function parseState(bytes: Uint8Array): CheckpointState {
  const state = parseModelJson(bytes, 'state.json');
  const { format, library, backend, kernels, step, loss, identity, optimizer, observers, files } = state;
  demand(format === 'slipform-clip checkpoint 1', 'format', format);
  demand(typeof library === 'string', 'library', library);
  demand(typeof backend === 'string', 'backend', backend);
  demand(kernels === undefined || kernels === null || typeof kernels === 'string', 'kernels', kernels);
  demand(typeof step === 'number' && Number.isSafeInteger(step) && step > 0, 'step', step);
  demand(typeof loss === 'number', 'loss', loss);
  demand(isJsonObject(identity), 'identity', identity);
  demand(isJsonObject(optimizer) && Object.values(optimizer).every(isNumber), 'optimizer', optimizer);
  demand(observers === undefined || isJsonObject(observers), 'observers', observers);
  demand(isJsonObject(files), 'files', files);
  for (const name of CHECKPOINT_FILES) {
    const digest: unknown = Object.hasOwn(files, name) ? files[name] : undefined;
    const whole = isJsonObject(digest) && isNumber(digest.bytes) && typeof digest.sha256 === 'string';
    demand(whole, `files[${JSON.stringify(name)}]`, digest);
  }
  // Every field has been looked at above.
  return state as object as CheckpointState;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function demand(holds: boolean, name: string, value: unknown): asserts holds {
  if (!holds) throw new InputError(`state.json has no valid ${name}: ${shown(value)}`);
}

/**
 * Throws an InputError that names the first value in which a run differs from the checkpoint that it would go
 * on with.
 */
export function checkIdentity(now: Identity, saved: Identity, folder: string): void {
  for (const name of new Set([...Object.keys(now), ...Object.keys(saved)])) {
    const [here, there] = [inJson(now, name), inJson(saved, name)];
    if (here === there) continue;
    const values =
      here.length + there.length < 100 ? `is ${here} now and was ${there} there` : 'differs from what it was';
    throw new InputError(
      `trainClip: the run cannot go on from ${folder}: ${name} ${values}. Resume with what it was, or start anew (overwrite: true without resume, or another folder).`,
    );
  }
}

function inJson(values: Identity, name: string): string {
  return Object.hasOwn(values, name) ? JSON.stringify(values[name]) : 'absent';
}

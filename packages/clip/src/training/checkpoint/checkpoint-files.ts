import { codeOf } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { sweepDrafts } from '@slipform/kit/files/write-file';
import {
  digestOf,
  type FileDigest,
  removeFolder,
  type WriteInside,
  writeFolder,
} from '@slipform/kit/files/write-folder';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { shown } from '@slipform/kit/text/printable';
import { kernelVariant } from '@slipform/tfjs-kernels/registry';
import { getBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import { version } from '../../../package.json';
import { parseModelJson } from '../../files/model-json';
import { nodeFileSystem, nodePath } from '../../files/node-modules';
import { openFile } from '../../files/open-file';
import { readNeededFile } from '../../files/read-file';
import type { ClipModel } from '../../model/clip-model';
import { readParameters } from '../../weights/load-clip';
import {
  type NamedTensor,
  readSafetensorsHeader,
  tensorValues,
  writeSafetensors,
} from '../../weights/safetensors';
import { configJson, namedTensors } from '../../weights/save-clip';
import type { KeptRun } from '../observers/observer';
import type { Optimizer, OptimizerTensor } from '../optimizer';

/** Files of a checkpoint beside its `state.json`. */
const CHECKPOINT_FILES = ['model.safetensors', 'config.json', 'optimizer.safetensors'] as const;

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
function parseState(bytes: Uint8Array): CheckpointState {
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
 * @throws {InputError} that names the first value in which a run differs from the checkpoint that it would go on with
 */
export function checkIdentity(now: Identity, saved: Identity, folder: string): void {
  for (const name of new Set([...Object.keys(now), ...Object.keys(saved)])) {
    const [here, there] = [inJson(now, name), inJson(saved, name)];
    if (here === there) continue;
    const values =
      here.length + there.length < 100 ? `is ${here} now and was ${there} there` : 'differs from what it was';
    const remedy = (anew: string) => `resume with what it was, or start anew (${anew}, or another folder)`;
    throw new InputError({
      place: 'trainClip',
      rule: `the run cannot go on from ${folder}: ${name} ${values}`,
      remedy: remedy('overwrite: true without resume'),
      flags: remedy('--force without --resume'),
    });
  }
}

/** Keys in one order: a config that was read from a file has them in another than the one that it was made of. */
function inJson(values: Identity, name: string): string {
  const inOrder = (_: string, value: unknown) =>
    isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return Object.hasOwn(values, name) ? JSON.stringify(values[name], inOrder) : 'absent';
}

const STEP_FOLDER = /^step-(\d{8,15})$/;
const FILES: readonly string[] = [...CHECKPOINT_FILES, 'state.json'];

/**
 * A folder of checkpoints, each a folder named by its step. A kill or a power cut leaves one whole or not at all.
 */
export class CheckpointStore {
  private readonly fs;
  private readonly path;

  constructor(readonly folder: string) {
    const [fs, path] = [nodeFileSystem(), nodePath()];
    if (fs === undefined || path === undefined) {
      throw new InputError(
        `trainClip: checkpoints can be written in Node only, not to ${folder} in a browser.`,
      );
    }
    this.fs = fs;
    this.path = path;
  }

  /** Makes this process the only one that keeps checkpoints here; see {@link hold}. */
  hold(): Promise<Hold> {
    return hold(this.path.join(this.folder, 'checkpoints'), `the checkpoints in ${this.folder}`);
  }

  folderOf(step: number): string {
    return this.path.join(this.folder, `step-${String(step).padStart(8, '0')}`);
  }

  /** Steps that have a checkpoint, the latest first. */
  async steps(): Promise<number[]> {
    const names = await this.names();
    return names
      .map((name) => STEP_FOLDER.exec(name)?.[1])
      .filter((digits) => digits !== undefined)
      .map(Number)
      .sort((a, b) => b - a);
  }

  /** Makes a checkpoint of the files that `fill` writes. */
  async write(step: number, fill: (write: WriteInside) => Promise<void>): Promise<string> {
    const target = this.folderOf(step);
    // A damaged one that was skipped may be in the way.
    const refuse = async (place: string) => {
      const names = await this.fs.readdir(place).catch((): string[] => []);
      if (!names.every((name) => FILES.includes(name))) {
        throw new InputError(
          `trainClip: cannot save a checkpoint as ${place}: it is there and holds other files than a checkpoint has; move it away.`,
        );
      }
    };
    await writeFolder({ folder: target, refuse, isDurable: true }, fill);
    return target;
  }

  /** Removes all but the latest `keep`. */
  async prune(keep: number): Promise<void> {
    for (const step of (await this.steps()).slice(keep))
      if (await this.isOwn(step)) await removeFolder(this.folderOf(step));
  }

  /** Throws an InputError where a folder has a checkpoint's name and holds something else: it is not ours to remove. */
  async checkOwn(): Promise<void> {
    for (const step of await this.steps()) {
      if (await this.isOwn(step)) continue;
      throw new InputError(
        `trainClip: ${this.folderOf(step)} holds other files than a checkpoint has, so it is not removed; name another checkpoint folder, or move it away.`,
      );
    }
  }

  /** Removes every checkpoint, and what kills have left. */
  async clear(): Promise<void> {
    for (const step of await this.steps())
      if (await this.isOwn(step)) await removeFolder(this.folderOf(step));
    this.sweep();
  }

  /** Whether a folder holds what a checkpoint has, whole or damaged, and nothing else. */
  private async isOwn(step: number): Promise<boolean> {
    const names = await this.fs.readdir(this.folderOf(step));
    return names.every((name) => FILES.includes(name));
  }

  /** Removes what kills have left. */
  sweep(): void {
    sweepDrafts(this.folder);
  }

  private async names(): Promise<string[]> {
    try {
      return await this.fs.readdir(this.folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

/** What a checkpoint is made of. */
export interface RunState extends KeptRun {
  readonly model: ClipModel;
  readonly optimizer: Optimizer;
  readonly identity: Identity;
}

/**
 * Saves a run as a checkpoint and returns its folder: the model in Hugging Face's form (`loadClip` reads it),
 * the optimiser's tensors, and `state.json` with everything else and the digests of the other files. Each tensor is
 * read once, checked, hashed and written.
 */
export async function saveCheckpoint(store: CheckpointStore, run: RunState): Promise<string> {
  const { model, optimizer, step, loss, identity, observers } = run;
  return store.write(step, async (write) => {
    const refuse = (name: string, value: number) => {
      throw new InputError(
        `trainClip: the parameter ${name} holds ${value} after step ${step}, so that no checkpoint was saved of it; the optimiser has diverged, lower its learning rate.`,
      );
    };
    const weights = namedTensors(model, refuse, true);
    const files: Record<string, CheckpointState['files'][keyof CheckpointState['files']]> = {
      'model.safetensors': await write('model.safetensors', writeSafetensors(weights, 'float32')),
      'config.json': await write('config.json', configJson(model, 'float32')),
    };
    const { numbers, tensors } = await optimizer.state!();
    const moments = [...tensors].map(
      ([name, { shape, values }]): NamedTensor => ({ name, shape, values: async () => values }),
    );
    files['optimizer.safetensors'] = await write(
      'optimizer.safetensors',
      writeSafetensors(moments, 'float32'),
    );
    const state: CheckpointState = {
      format: 'slipform-clip checkpoint 1',
      library: version,
      backend: getBackend(),
      kernels: kernelVariant(),
      step,
      loss,
      identity,
      optimizer: numbers,
      ...(Object.keys(observers).length === 0 ? {} : { observers }),
      files: files as CheckpointState['files'],
    };
    await write('state.json', `${JSON.stringify(state, undefined, 2)}\n`);
  });
}

/** Reads the `state.json` of a step's checkpoint and holds the other files to it; throws an InputError where one is damaged. */
export async function verifyCheckpoint(store: CheckpointStore, step: number): Promise<CheckpointState> {
  const folder = store.folderOf(step);
  const state = parseState(await readNeededFile(folder, 'state.json', 'it was not finished'));
  if (state.step !== step) throw new InputError(`state.json is that of step ${state.step}`);
  for (const name of CHECKPOINT_FILES) {
    const expected = state.files[name];
    const found = await digestOf(nodePath()!.join(folder, name));
    if (found.bytes !== expected.bytes) {
      throw new InputError(`${name} has ${found.bytes} bytes, expected ${expected.bytes}`);
    }
    if (found.sha256 !== expected.sha256) throw new InputError(`${name} has other content than was saved`);
  }
  return state;
}

/** Puts a verified checkpoint's weights into the model and its state into the optimiser. */
export async function restoreCheckpoint(
  folder: string,
  state: CheckpointState,
  { model, optimizer }: { readonly model: ClipModel; readonly optimizer: Optimizer },
): Promise<void> {
  const tensors = await readOptimizer(folder);
  await readParameters(folder, ({ name, shape }, values) => {
    tidy(() => model.parameter(name).assign(tensor(values, [...shape], 'float32')));
  });
  await optimizer.restore!({ numbers: state.optimizer, tensors });
}

async function readOptimizer(folder: string): Promise<Map<string, OptimizerTensor>> {
  const name = 'optimizer.safetensors';
  const reader = await openFile(folder, name);
  if ('missing' in reader) throw new InputError(`${reader.missing}.`);
  try {
    const tensors = new Map<string, OptimizerTensor>();
    for (const { name: tensor, dtype, shape, start, end } of (await readSafetensorsHeader(reader, name))
      .entries) {
      tensors.set(tensor, { shape, values: tensorValues(await reader.read(end - start), dtype) });
    }
    return tensors;
  } finally {
    await reader.close();
  }
}

import { InputError, reasonOf } from '@slipform/kit/errors/input-error';
import type { Hold } from '@slipform/kit/files/hold';
import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  rule,
  text,
} from '@slipform/kit/options/options';
import { kernelVariant } from '@slipform/tfjs-kernels/registry';
import {
  type CheckpointState,
  CheckpointStore,
  checkIdentity,
  restoreCheckpoint,
  saveCheckpoint,
  verifyCheckpoint,
} from '../checkpoint/checkpoint-files';
import type { Optimizer } from '../optimizer';
import type { CheckpointObserver, KeptRun, ObservedRun } from './observer';

/** What happens to checkpoints in a run. */
export type CheckpointEvent =
  | { readonly kind: 'saved'; readonly step: number; readonly folder: string }
  | {
      readonly kind: 'resumed';
      readonly step: number;
      readonly folder: string;
      /** Backend and library version that it was saved with; with others the run is not the same bit for bit. */
      readonly backend: string;
      readonly library: string;
    }
  /** A checkpoint that is damaged or half there, so that an older one was taken. */
  | { readonly kind: 'skipped'; readonly folder: string; readonly reason: string };

export interface CheckpointOptions {
  /** Folder for the checkpoints, made if need be; each is a folder `step-00000100` in it. Node only. */
  readonly folder: string;
  /** Save after each step whose number this divides, and after the last one. Default 100. */
  readonly every?: number;
  /** So many of the latest are kept. Default 3. */
  readonly keep?: number;
  /** Values of yours that a resumed run must share with its checkpoint, e.g. the seed that its data came from. */
  readonly identity?: Readonly<Record<string, string | number | boolean>>;
  /** Called for each checkpoint that is saved, resumed from, or skipped because it is damaged. */
  readonly onEvent?: (event: CheckpointEvent) => void;
}

// A function, since a table at the top level would stay in every bundle.
const optionTable = () =>
  defineOptions('checkpoint', {
    folder: text('the path of a folder', '<folder>'),
    every: optional(integer({ min: 1 }), 100),
    keep: optional(integer({ min: 1 }), 3),
    identity: optional(
      rule<NonNullable<CheckpointOptions['identity']>>(
        'an object of texts, numbers and booleans',
        (value) =>
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          Object.values(value).every((part) => ['string', 'number', 'boolean'].includes(typeof part)),
      ),
    ),
    onEvent: optional(callback<NonNullable<CheckpointOptions['onEvent']>>()),
  } satisfies RowsFor<CheckpointOptions>);

/** What {@link checkpoint} returns. */
export interface FolderCheckpoint extends CheckpointObserver {
  readonly checkpoint: CheckpointOptions;
}

/**
 * An observer of {@link trainClip} that saves the run now and then, so that `resume: true` goes on from the last good
 * checkpoint as if nothing had happened, bit for bit on one backend. A new run takes the place of an earlier one's
 * checkpoints only with `overwrite: true`. Each checkpoint is a model folder too, which {@link loadClip} reads.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * const observe = [checkpoint({ folder: 'run/checkpoints', every: 1 })];
 * const optimizer = adamW({ learningRate: 1e-3 });
 * await trainClip({ model, data, loss, optimizer, steps: 2, observe, resume: true });
 */
export function checkpoint(options: CheckpointOptions): FolderCheckpoint {
  const { folder, every, keep, onEvent, identity: given } = optionTable().read(options);
  const store = new CheckpointStore(folder);
  let run: ObservedRun;
  let held: Hold | undefined;
  let latest: { readonly step: number; readonly folder: string } | undefined;

  return {
    checkpoint: options,
    every,
    get latest() {
      return latest?.folder;
    },
    async open(opened) {
      run = opened;
      latest = undefined;
      checkOptimizer(run.optimizer);
      // Two runs in one folder would take each other's steps.
      held = await store.hold();
      if (!run.resume) await checkNew(store, run.overwrite);
    },
    async start() {
      if (!run.resume) await store.clear();
    },
    async resume() {
      store.sweep();
      const steps = await store.steps();
      let reason = '';
      for (const step of steps) {
        const place = store.folderOf(step);
        let state: CheckpointState;
        try {
          state = await verifyCheckpoint(store, step);
        } catch (error) {
          reason = reasonOf(error);
          onEvent?.({ kind: 'skipped', folder: place, reason });
          continue;
        }
        checkIdentity(identity(), state.identity, place);
        checkKernels(state, place);
        await restoreCheckpoint(place, state, run);
        latest = { step, folder: place };
        const { backend, library, loss, observers = {} } = state;
        onEvent?.({ kind: 'resumed', step, folder: place, backend, library });
        return { step, loss, observers };
      }
      if (steps.length > 0) {
        throw new InputError({
          place: 'trainClip',
          rule: `none of the ${steps.length} checkpoints in ${folder} can be read (${reason})`,
          remedy: 'start anew with overwrite: true (--force, without --resume)',
          flags: 'start anew with --force without --resume',
        });
      }
      return undefined;
    },
    async save(kept: KeptRun) {
      const { step } = kept;
      if (latest?.step === step) return;
      held?.assertHeld();
      const { model, optimizer } = run;
      try {
        latest = {
          step,
          folder: await saveCheckpoint(store, { ...kept, model, optimizer, identity: identity() }),
        };
        await store.prune(keep);
      } catch (error) {
        // Another run tidies up what this one writes.
        held?.assertHeld();
        throw error;
      }
      onEvent?.({ kind: 'saved', ...latest });
    },
    async finish() {
      held?.release();
      held = undefined;
    },
  };

  function identity() {
    return { ...run.identity, ...given };
  }
}

function checkOptimizer(optimizer: Optimizer): void {
  const missing = (['state', 'restore'] as const).find((member) => typeof optimizer[member] !== 'function');
  if (missing === undefined) return;
  throw new InputError(
    `trainClip: a checkpoint needs an optimizer with state() and restore(), and this one has no ${missing}(); add it, or use adamW.`,
  );
}

/** For a run from the start: there must be no checkpoint, unless they may be removed. */
async function checkNew(store: CheckpointStore, overwrite: boolean): Promise<void> {
  const [last] = await store.steps();
  if (last !== undefined && !overwrite) {
    const remedy = (anew: string) =>
      `resume it (--resume), start anew with ${anew}, or choose another folder`;
    throw new InputError({
      place: 'trainClip',
      rule: `${store.folder} holds checkpoints of a run already (the last at step ${last})`,
      remedy: remedy('overwrite: true (--force)'),
      flags: remedy('--force'),
    });
  }
  await store.checkOwn();
}

/**
 * On wasm the kernels must be those of the checkpoint, since others give other weights. Another backend is reported by
 * `onEvent` alone, and so is what a checkpoint does not say that was saved before kernels were kept.
 */
function checkKernels({ kernels: saved }: CheckpointState, folder: string): void {
  const kernels = kernelVariant();
  if (typeof saved !== 'string' || kernels === null) return;
  checkIdentity({ 'kernels on wasm': kernels }, { 'kernels on wasm': saved }, folder);
}

import type { Hold } from '../../files/hold';
import { InputError } from '../../input-error';
import type { ClipModel } from '../../model/clip-model';
import { kernelVariant } from '../../ops/fused-kernels';
import type { Optimizer } from '../optimizer';
import { type CheckpointOptions, checkCheckpointOptions } from './checkpoint-options';
import { type CheckpointState, checkIdentity, type Identity } from './checkpoint-state';
import { CheckpointStore } from './checkpoint-store';
import { restoreCheckpoint, verifyCheckpoint } from './load-checkpoint';
import { saveCheckpoint } from './save-checkpoint';

interface Run {
  readonly model: ClipModel;
  readonly optimizer: Optimizer;
  readonly identity: Identity;
}

/** The checkpoints of one run of `trainClip`. */
export class Checkpoints {
  private readonly options;
  private readonly store: CheckpointStore;
  private readonly identity: Identity;
  /** Step and folder of the last good checkpoint. */
  latest: { readonly step: number; readonly folder: string } | undefined;
  private held: Hold | undefined;

  constructor(
    options: CheckpointOptions,
    private readonly run: Run,
  ) {
    this.options = checkCheckpointOptions(options);
    const missing = (['state', 'restore'] as const).find(
      (member) => typeof run.optimizer[member] !== 'function',
    );
    if (missing !== undefined) {
      throw new InputError(
        `trainClip: a checkpoint needs an optimizer with state() and restore(), and this one has no ${missing}(); add it, or use adamW.`,
      );
    }
    this.identity = { ...run.identity, ...this.options.identity };
    this.store = new CheckpointStore(this.options.folder);
  }

  /** Keeps other runs out of the folder until {@link close}. Throws an InputError where one is in it. */
  async open(): Promise<void> {
    this.held = await this.store.hold();
  }

  async close(): Promise<void> {
    await this.held?.release();
  }

  /** For a run from the start: there must be no checkpoint, unless they may be removed. */
  async checkAnew(overwrite: boolean): Promise<void> {
    const [latest] = await this.store.steps();
    if (latest !== undefined && !overwrite) {
      throw new InputError(
        `trainClip: ${this.options.folder} holds checkpoints of a run already (the last at step ${latest}); resume it (--resume), start anew with overwrite: true (--force), or choose another folder.`,
      );
    }
    await this.store.checkOwn();
  }

  /** Removes the checkpoints of an earlier run. */
  async startAnew(): Promise<void> {
    await this.store.clear();
  }

  /**
   * Restores the last good checkpoint into model and optimiser; undefined where there is none at all. Throws
   * an InputError where there are some and none is good, or where the good one is of another run.
   */
  async resume(): Promise<CheckpointState | undefined> {
    await this.store.sweep();
    const steps = await this.store.steps();
    let reason = '';
    for (const step of steps) {
      const folder = this.store.folderOf(step);
      let state: CheckpointState;
      try {
        state = await verifyCheckpoint(this.store, step);
      } catch (error) {
        reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
        this.options.onEvent?.({ kind: 'skipped', folder, reason });
        continue;
      }
      checkIdentity(this.identity, state.identity, folder);
      checkKernels(state, folder);
      await restoreCheckpoint(folder, state, this.run);
      this.latest = { step: state.step, folder };
      const { backend, library } = state;
      this.options.onEvent?.({ kind: 'resumed', step: state.step, folder, backend, library });
      return state;
    }
    if (steps.length > 0) {
      throw new InputError(
        `trainClip: none of the ${steps.length} checkpoints in ${this.options.folder} can be read (${reason}); start anew with overwrite: true (--force, without --resume).`,
      );
    }
    return undefined;
  }

  isDue(step: number): boolean {
    return step % this.options.every === 0;
  }

  /** Saves the run after a step, unless that has been done. */
  async save(step: number, loss: number): Promise<void> {
    if (this.latest?.step === step) return;
    this.held?.assertHeld();
    const folder = await saveCheckpoint(this.store, { ...this.run, identity: this.identity, step, loss });
    this.latest = { step, folder };
    await this.store.prune(this.options.keep);
    this.options.onEvent?.({ kind: 'saved', step, folder });
  }
}

/**
 * On wasm the kernels must be those of the checkpoint, since others give other weights. Another backend is told by
 * `onEvent` alone, and so is what a checkpoint does not say that was saved before kernels were kept.
 */
function checkKernels({ kernels: saved }: CheckpointState, folder: string): void {
  const kernels = kernelVariant();
  if (typeof saved !== 'string' || kernels === null) return;
  checkIdentity({ 'kernels on wasm': kernels }, { 'kernels on wasm': saved }, folder);
}

import { codeOf } from '@slipform/kit/errors/file-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { sweepDrafts } from '@slipform/kit/files/write-file';
import { removeFolder, type WriteInside, writeFolderWhole } from '@slipform/kit/files/write-folder';
import { nodeFileSystem, nodePath } from '../../files/node-modules';
import { InputError } from '../../input-error';
import { CHECKPOINT_FILES } from './checkpoint-state';

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
    const refuse = async () => {
      if ((await this.steps()).includes(step) && !(await this.isOwn(step))) {
        throw new InputError(
          `trainClip: cannot save a checkpoint as ${target}: it is there and holds other files than a checkpoint has; move it away.`,
        );
      }
    };
    await writeFolderWhole(target, { refuse, isDurable: true }, fill);
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

import { type Hold, hold } from '../../files/hold';
import { makeFolder } from '../../files/make-folder';
import { nodeCrypto, nodeFileSystem, nodePath } from '../../files/node-modules';
import { cannotWrite } from '../../files/write-folder';
import { InputError } from '../../input-error';
import { CHECKPOINT_FILES, type FileDigest } from './checkpoint-state';

const STEP_FOLDER = /^step-(\d{8,15})$/;
const TEMPORARY = /^\.step-\d+\.(new|old)\.\d+\.tmp$/;
const FILES: readonly string[] = [...CHECKPOINT_FILES, 'state.json'];

/** Writes a file of a checkpoint; resolves to its digest. */
export type WriteFile = (name: string, content: string | AsyncIterable<Uint8Array>) => Promise<FileDigest>;

/**
 * A folder of checkpoints, each a folder named by its step. A checkpoint is written under a temporary name,
 * brought to the disk, and renamed: a kill or a power cut leaves it whole or not at all.
 */
export class CheckpointStore {
  private readonly fs;
  private readonly path;
  private readonly crypto;

  constructor(readonly folder: string) {
    const [fs, path, crypto] = [nodeFileSystem(), nodePath(), nodeCrypto()];
    if (fs === undefined || path === undefined || crypto === undefined) {
      throw new InputError(
        `trainClip: checkpoints can be written in Node only, not to ${folder} in a browser.`,
      );
    }
    this.fs = fs;
    this.path = path;
    this.crypto = crypto;
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
  async write(step: number, fill: (write: WriteFile) => Promise<void>): Promise<string> {
    const target = this.folderOf(step);
    const draft = this.temporary(step, 'new');
    try {
      await makeFolder(this.folder);
      await this.fs.rm(draft, { recursive: true, force: true });
      await this.fs.mkdir(draft);
      await fill((name, content) => this.writeFile(this.path.join(draft, name), content));
      await this.syncFolder(draft);
      // A damaged one that was skipped may be in the way.
      if (await this.isThere(step)) {
        if (!(await this.isOwn(step))) {
          throw new InputError(
            `trainClip: cannot save a checkpoint as ${target}: it is there and holds other files than a checkpoint has; move it away.`,
          );
        }
        await this.remove(step);
      }
      await this.fs.rename(draft, target);
    } catch (error) {
      await this.fs.rm(draft, { recursive: true, force: true });
      throw cannotWrite(this.folder, error);
    }
    await this.syncFolder(this.folder);
    return target;
  }

  /** Writes a file piece by piece, brings it to the disk, and hashes it meanwhile. */
  private async writeFile(file: string, content: string | AsyncIterable<Uint8Array>): Promise<FileDigest> {
    const hash = this.crypto.createHash('sha256');
    const handle = await this.fs.open(file, 'wx');
    let bytes = 0;
    try {
      for await (const piece of typeof content === 'string' ? [new TextEncoder().encode(content)] : content) {
        hash.update(piece);
        bytes += piece.length;
        await handle.writeFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  /** Removes all but the latest `keep`. */
  async prune(keep: number): Promise<void> {
    for (const step of (await this.steps()).slice(keep)) if (await this.isOwn(step)) await this.remove(step);
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
    for (const step of await this.steps()) if (await this.isOwn(step)) await this.remove(step);
    await this.sweep();
  }

  private async isThere(step: number): Promise<boolean> {
    return (await this.fs.stat(this.folderOf(step)).catch(() => undefined)) !== undefined;
  }

  /** Whether a folder holds what a checkpoint has, whole or damaged, and nothing else. */
  private async isOwn(step: number): Promise<boolean> {
    const names = await this.fs.readdir(this.folderOf(step));
    return names.every((name) => FILES.includes(name));
  }

  /** Removes what kills have left. */
  async sweep(): Promise<void> {
    for (const name of await this.names()) {
      if (!TEMPORARY.test(name)) continue;
      await this.fs.rm(this.path.join(this.folder, name), { recursive: true, force: true });
    }
  }

  /** Length and SHA-256 of a file, read piece by piece. */
  async digest(file: string): Promise<FileDigest> {
    const hash = this.crypto.createHash('sha256');
    const handle = await this.fs.open(file, 'r');
    let bytes = 0;
    try {
      for await (const piece of handle.createReadStream({ highWaterMark: 2 ** 20 })) {
        hash.update(piece as Uint8Array);
        bytes += (piece as Uint8Array).length;
      }
    } finally {
      await handle.close();
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  join(folder: string, name: string): string {
    return this.path.join(folder, name);
  }

  private temporary(step: number, kind: 'new' | 'old'): string {
    return this.path.join(this.folder, `.step-${step}.${kind}.${process.pid}.tmp`);
  }

  /** By another name first: a kill in the midst would leave half a checkpoint. */
  private async remove(step: number): Promise<void> {
    const trashPath = this.temporary(step, 'old');
    await this.fs.rm(trashPath, { recursive: true, force: true });
    try {
      await this.fs.rename(this.folderOf(step), trashPath);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return;
      throw error;
    }
    await this.fs.rm(trashPath, { recursive: true, force: true });
  }

  private async names(): Promise<string[]> {
    try {
      return await this.fs.readdir(this.folder);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  }

  /** Brings a folder's list of names to the disk; Windows has no such thing. */
  private async syncFolder(folder: string): Promise<void> {
    const handle = await this.fs.open(folder, 'r').catch(() => undefined);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

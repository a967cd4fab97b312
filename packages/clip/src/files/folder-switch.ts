import { codeOf } from '@slipform/kit/errors/file-error';
import { InputError } from '../input-error';
import { nodeCrypto, nodeFileSystem, nodePath } from './node-modules';
import type { NewFile } from './write-folder';

/** A change of several files that is ready to happen. */
export interface Switch {
  /** Makes the new files those of the folder, in one step. {@link finishSwitch} tidies up behind it. */
  commit(): Promise<void>;
}

// Our own folders beside the files, and nobody else's.
const stagePattern = /^\.slipform-save-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// What file systems answer that have no symbolic links.
const noLinks: readonly (string | undefined)[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL'];

/**
 * Several files can't be renamed in one step, but one symbolic link can. In a folder of its own, the stage, lie `new`
 * with the new files, `old` with the old ones (hard links), and `now`, a link to `old`. Each name that will change
 * becomes a link to `STAGE/now/NAME`, one by one, which changes nothing yet: it leads to the old file, or for a new
 * name to nothing, as if it were not there. Then `now` is made to lead to `new`: all names change at once. After that
 * the links become plain files again ({@link finishSwitch}), which changes nothing either.
 */
export async function prepareSwitch(
  folder: string,
  files: readonly NewFile[],
  obsolete: readonly string[],
): Promise<Switch> {
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  const names = files.map(([name]) => name);
  const gone = [...new Set(obsolete)].filter((name) => !names.includes(name));
  for (const name of names) {
    if ((await kindOf(path.join(folder, name))) === 'other') {
      throw new InputError(`cannot write ${path.join(folder, name)}: it is no file; move it away first.`);
    }
  }
  const stageName = `.slipform-save-${nodeCrypto()!.randomUUID()}`;
  const stage = path.join(folder, stageName);
  await fs.mkdir(stage);
  await fs.mkdir(path.join(stage, 'new'));
  for (const [name, content] of files) {
    const place = path.join(stage, 'new', name);
    if (typeof content === 'object' && 'draft' in content) await fs.rename(content.draft, place);
    else await fs.writeFile(place, content, { flush: true });
  }
  await sync(path.join(stage, 'new'));

  const changing: string[] = [...names];
  for (const name of gone) {
    if ((await kindOf(path.join(folder, name))) === 'file') changing.push(name);
  }
  const [only] = names;
  if (only !== undefined && changing.length === 1) {
    return {
      async commit() {
        await fs.rename(path.join(stage, 'new', only), path.join(folder, only));
        await sync(folder);
      },
    };
  }
  await fs.mkdir(path.join(stage, 'old'));
  if (!(await makeLink('old', path.join(stage, 'now')))) {
    return {
      async commit() {
        for (const name of names) await fs.rename(path.join(stage, 'new', name), path.join(folder, name));
        for (const name of changing) {
          if (!names.includes(name)) await fs.rm(path.join(folder, name), { force: true });
        }
      },
    };
  }
  for (const name of changing) {
    if ((await kindOf(path.join(folder, name))) === 'file') {
      await keep(path.join(folder, name), path.join(stage, 'old', name));
    }
  }
  for (const name of changing) {
    const link = path.join(stage, 'link');
    await fs.symlink(`${stageName}/now/${name}`, link);
    await fs.rename(link, path.join(folder, name));
  }
  await sync(folder);
  return {
    async commit() {
      const next = path.join(stage, 'next');
      await fs.symlink('new', next);
      await fs.rename(next, path.join(stage, 'now'));
      await sync(stage);
    },
  };
}

/**
 * Ends what {@link prepareSwitch} began in a folder: names that are links into a stage become the files that they lead
 * to, or go where they lead to nothing; the stages are removed. After a kill this brings the folder to what it showed.
 */
export async function finishSwitch(folder: string): Promise<void> {
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  const names = await fs.readdir(folder);
  for (const stageName of names.filter((name) => stagePattern.test(name))) {
    const stage = path.join(folder, stageName);
    const side = await fs.readlink(path.join(stage, 'now')).catch(() => undefined);
    for (const name of names) {
      if ((await stageOf(path.join(folder, name))) !== stageName) continue;
      try {
        await fs.rename(path.join(stage, side === 'new' ? 'new' : 'old', name), path.join(folder, name));
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
        await fs.rm(path.join(folder, name), { force: true });
      }
    }
    await sync(folder);
    await fs.rm(stage, { recursive: true, force: true });
  }
}

/** Whether a name is a link of ours that leads to nothing: a new name before its moment, or an old one behind it. */
export async function isUnborn(folder: string, name: string): Promise<boolean> {
  const place = nodePath()!.join(folder, name);
  return (await stageOf(place)) !== undefined && (await kindOf(place)) === 'nothing';
}

/** The stage that a name is a link into. */
async function stageOf(place: string): Promise<string | undefined> {
  const target = await nodeFileSystem()!
    .readlink(place)
    .catch(() => undefined);
  const [stage, now, name, ...rest] = target?.split('/') ?? [];
  const isOurs = stagePattern.test(stage ?? '') && now === 'now' && name === nodePath()!.basename(place);
  return isOurs && rest.length === 0 ? stage : undefined;
}

/** What a name leads to: a file, nothing, or what no file can be put in the place of. */
async function kindOf(place: string): Promise<'file' | 'nothing' | 'other'> {
  try {
    return (await nodeFileSystem()!.stat(place)).isFile() ? 'file' : 'other';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}

/** The same file under a second name; a copy where the file system, or its owner, has no second names. */
async function keep(file: string, copy: string): Promise<void> {
  const fs = nodeFileSystem()!;
  const real = await fs.realpath(file);
  if ((await fs.lstat(file)).isSymbolicLink()) await fs.symlink(real, copy);
  else await fs.link(real, copy).catch(() => fs.copyFile(real, copy));
}

async function makeLink(target: string, place: string): Promise<boolean> {
  // There a link is not replaced by renaming another one.
  if (process.platform === 'win32') return false;
  try {
    await nodeFileSystem()!.symlink(target, place);
    return true;
  } catch (error) {
    if (noLinks.includes(codeOf(error))) return false;
    throw error;
  }
}

/** Brings a folder's list of names to the disk; Windows has no such thing. */
async function sync(folder: string): Promise<void> {
  const handle = await nodeFileSystem()!
    .open(folder, 'r')
    .catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

import { existsSync } from 'node:fs';
import { mkdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/**
 * Makes a folder once and whole, where what it holds knows its own path, so that it can't be renamed when it is complete:
 * `fill` fills one beside it, and the name becomes a link to that. A run that was killed leaves no link; of two at once,
 * the first wins and both use its folder. It returns the folder, without the link.
 */
export async function linkedFolder(name, fill) {
  if (existsSync(name)) return realpath(name);
  const made = `${name}.${process.pid}-${process.hrtime.bigint()}`;
  await mkdir(dirname(name), { recursive: true });
  try {
    await fill(made);
    try {
      await symlink(basename(made), name);
    } catch (error) {
      if (error.code !== 'EEXIST' || existsSync(name)) throw error;
      // A link to what is gone. To remove it first could remove the link that another run has just made.
      await symlink(basename(made), `${made}.link`);
      await rename(`${made}.link`, name);
    }
  } catch (error) {
    for (const left of [made, `${made}.link`]) await rm(left, { recursive: true, force: true });
    if (!existsSync(name)) throw error;
  }
  return realpath(name);
}

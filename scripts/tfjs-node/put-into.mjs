// The native part, put into the tfjs-node of a user's project.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { addonPath } from './native-part.mjs';

const packages = ['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'];

export async function putInto(project, folder) {
  const homeIn = (root, name) => join(root, 'node_modules', name);
  const present = packages.filter((name) => existsSync(join(homeIn(project, name), 'package.json')));
  const built = present.filter((name) => existsSync(join(homeIn(folder, name), addonPath)));
  if (built.length === 0) {
    const wanted = packages.filter((name) => existsSync(join(homeIn(folder, name), addonPath)));
    throw new Error(
      `PROJECT must hold ${wanted.join(' or ')} in its node_modules, and ${project} does not; npm install --ignore-scripts ${wanted[0]} there first`,
    );
  }
  for (const name of built) {
    const [from, to] = [homeIn(folder, name), homeIn(project, name)];
    const [ours, theirs] = await Promise.all([from, to].map(versionOf));
    if (ours !== theirs) {
      throw new Error(`the native part is of ${name} ${ours}, and ${project} has ${theirs}; install ${ours}`);
    }
    await mkdir(join(to, addonPath, '..'), { recursive: true });
    await rm(join(to, 'deps'), { recursive: true, force: true });
    await symlink(await readlink(join(from, 'deps')), join(to, 'deps'));
    // Under its name only when it is whole.
    const partial = join(to, `${addonPath}.partial`);
    await copyFile(join(from, addonPath), partial);
    await rename(partial, join(to, addonPath));
  }
}

async function versionOf(home) {
  return JSON.parse(await readFile(join(home, 'package.json'), 'utf8')).version;
}

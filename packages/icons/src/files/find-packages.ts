import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The folders `node_modules` that Node would search from a folder, the nearest first. */
export function modulesAbove(root: string): string[] {
  const folders: string[] = [];
  for (let at = resolve(root); ; at = dirname(at)) {
    folders.push(join(at, 'node_modules'));
    if (dirname(at) === at) return folders;
  }
}

/** The folder of a package, in the nearest of some `node_modules`. */
export async function findPackage(name: string, modules: readonly string[]): Promise<string | undefined> {
  for (const folder of modules) {
    const found = join(folder, name);
    if (await isThere(join(found, 'package.json'))) return found;
  }
  return undefined;
}

/** Names of the packages of a scope, `@iconify-json`, without the scope, by their letters. */
export async function packagesOf(scope: string, modules: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(modules.map((folder) => readdir(join(folder, scope)).catch(() => [])));
  return [...new Set(lists.flat())].sort();
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { withAbsoluteLinks } from './absolute-links.mjs';
import { run } from './run.mjs';

const root = resolve(import.meta.dirname, '..', '..');

export const manifestOf = async (name) =>
  JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8'));

/** A package and its own Slipform dependencies, all the way down. */
export async function closure(name) {
  const found = new Set([name]);
  for (const each of found) {
    for (const dependency of Object.keys((await manifestOf(each)).dependencies ?? {})) {
      if (dependency.startsWith('@slipform/')) found.add(dependency.slice('@slipform/'.length));
    }
  }
  return [...found];
}

/**
 * Packs a package as it is published: from a copy, in which the README's links are absolute.
 *
 * @returns the tarball, its size in bytes, and the paths that it holds
 */
export async function pack(name, workspace) {
  const source = join(root, 'packages', name);
  const manifest = await manifestOf(name);
  const stage = join(workspace, 'packed', name);
  await mkdir(stage, { recursive: true });
  for (const entry of ['package.json', 'README.md', 'LICENSE', ...manifest.files]) {
    if (existsSync(join(source, entry)))
      await cp(join(source, entry), join(stage, entry), { recursive: true });
  }
  const readme = join(stage, 'README.md');
  await writeFile(readme, withAbsoluteLinks(await readFile(readme, 'utf8'), manifest));
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', workspace],
    {
      cwd: stage,
    },
  );
  const [{ filename, size, files }] = JSON.parse(stdout);
  return { file: join(workspace, filename), size, paths: files.map(({ path }) => path) };
}

/** Tarballs in a folder of their own, with SHA256SUMS in the order of publishing; returns the text of that file. */
export async function keep(files, folder) {
  await mkdir(folder, { recursive: true });
  const sums = [];
  for (const file of files) {
    await cp(file, join(folder, basename(file)));
    const sum = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    sums.push(`${sum}  ${basename(file)}\n`);
  }
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''));
  return sums.join('');
}

/** What is missing in a tarball or its manifest for npm's page, for bundlers or for the licence; throws, with all of it. */
export async function checkMetadata(name, { paths }) {
  const manifest = await manifestOf(name);
  const notice = existsSync(join(root, 'packages', name, 'NOTICE')) ? ['NOTICE'] : [];
  const missing = [
    ...['package.json', 'README.md', 'LICENSE', ...notice].filter((file) => !paths.includes(file)),
    ...['description', 'license', 'engines', 'sideEffects', 'publishConfig'].filter(
      (field) => !(field in manifest),
    ),
    ...(manifest.keywords?.length > 0 ? [] : ['keywords']),
  ];
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
  const surplus = paths.filter((path) => /(\.test\.|\.map$|(^|\/)(src|fixtures)\/)/.test(path));
  if (surplus.length > 0) throw new Error(`nobody needs ${surplus.join(', ')}`);
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { strayLinks, withAbsoluteLinks } from './absolute-links.mjs';
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
 * Packs a package as it is published: from a copy, in whose pages links to what is not packed are absolute.
 *
 * @returns the tarball, its size in bytes, the paths that it holds, and the links of its pages that lead nowhere in it
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
  const npmPack = async (...options) => {
    const args = ['pack', '--json', '--ignore-scripts', ...options];
    const [packed] = JSON.parse((await run('npm', args, { cwd: stage })).stdout);
    return { ...packed, paths: packed.files.map(({ path }) => path) };
  };
  const { paths: held } = await npmPack('--dry-run');
  const stray = [];
  for (const page of held.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md')) {
    const text = await readFile(join(stage, page), 'utf8');
    const written = withAbsoluteLinks(text, manifest, page, page === 'README.md' ? [] : held);
    await writeFile(join(stage, page), written);
    stray.push(...strayLinks(written, page, held));
  }
  const { filename, size, paths } = await npmPack('--pack-destination', workspace);
  return { file: join(workspace, filename), size, paths, stray };
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

/**
 * What is missing in a tarball or its manifest for npm's page, for who reads it in node_modules, for bundlers or for the
 * licence; throws, with all of it.
 */
export async function checkMetadata(name, { paths, stray }) {
  const manifest = await manifestOf(name);
  const source = join(root, 'packages', name);
  const notice = existsSync(join(source, 'NOTICE')) ? ['NOTICE'] : [];
  const docs = existsSync(join(source, 'docs')) ? await readdir(join(source, 'docs')) : [];
  const pages = docs.filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
  const missing = [
    ...['package.json', 'README.md', 'AGENTS.md', 'LICENSE', ...notice, ...pages].filter(
      (file) => !paths.includes(file),
    ),
    ...['description', 'license', 'engines', 'sideEffects', 'publishConfig'].filter(
      (field) => !(field in manifest),
    ),
    ...(manifest.keywords?.length > 0 ? [] : ['keywords']),
  ];
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
  if (stray.length > 0) throw new Error(`links that lead nowhere in the tarball: ${stray.join(', ')}`);
  const surplus = paths.filter((path) => /(\.test\.|\.map$|(^|\/)(src|fixtures)\/)/.test(path));
  if (surplus.length > 0) throw new Error(`nobody needs ${surplus.join(', ')}`);
}

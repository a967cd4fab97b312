#!/usr/bin/env node
// Copies an example out of the clone into a folder of its own and installs it there as a stranger would: the packages come as
// tarballs of this clone (./tarballs in that folder), all else from npm.
// Usage: node scripts/try-example.mjs NAME FOLDER     then: cd FOLDER && npm start
// Needs a build (npm ci && npm run build).
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { closure, pack } from './publish/pack.mjs';
import { npmInstall, run } from './publish/run.mjs';

const root = resolve(import.meta.dirname, '..');
const examples = (await readdir(join(root, 'examples'))).filter((name) =>
  existsSync(join(root, 'examples', name, 'package.json')),
);

/** A model of the clone that an example reads is copied beside it; the copy names that place. */
const ofTheClone = /\.\.\/\.\.\/(lab\/[\w-]+)/g;

/** Copies the files of the example that are in git. */
async function copyExample(name, folder) {
  const source = join(root, 'examples', name);
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: source });
  for (const file of stdout.split('\0').filter(Boolean)) {
    await cp(join(source, file), join(folder, file));
    if (!/\.m?js$/.test(file)) continue;
    const text = await readFile(join(source, file), 'utf8');
    for (const [, model] of text.matchAll(ofTheClone))
      await cp(join(root, model), join(folder, model), { recursive: true });
    await writeFile(join(folder, file), text.replace(ofTheClone, './$1'));
  }
}

/** @param shelf where the tarballs are packed */
async function installExample(name, folder, shelf) {
  await copyExample(name, folder);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const own = Object.keys(manifest.dependencies).filter((each) => each.startsWith('@slipform/'));
  const names = new Set(
    (await Promise.all(own.map((each) => closure(each.slice('@slipform/'.length))))).flat(),
  );
  await mkdir(join(folder, 'tarballs'));
  for (const each of names) {
    const { file: tarball } = await pack(each, shelf);
    const copy = join(folder, 'tarballs', basename(tarball));
    await cp(tarball, copy);
    manifest.dependencies[`@slipform/${each}`] = `file:${relative(folder, copy)}`;
  }
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
  await npmInstall(folder);
}

async function tryOne(name, target) {
  const folder = resolve(target);
  const problem = !examples.includes(name)
    ? `no example is called ${name}; there are ${examples.join(', ')}`
    : existsSync(folder)
      ? `${target} exists already; name a new folder`
      : '';
  if (problem) {
    console.error(`try-example: ${problem}`);
    process.exitCode = 2;
    return;
  }
  const shelf = await mkdtemp(join(tmpdir(), 'slipform-tarballs-'));
  try {
    await installExample(name, folder, shelf);
  } finally {
    await rm(shelf, { recursive: true, force: true });
  }
  console.log(`Installed. Now: cd ${target} && npm start`);
}

const [first, second] = process.argv.slice(2);
if (first !== undefined && second !== undefined) await tryOne(first, second);
else {
  console.error('try-example: usage: node scripts/try-example.mjs NAME FOLDER');
  process.exitCode = 2;
}

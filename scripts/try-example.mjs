#!/usr/bin/env node
// Copies an example out of the clone into a folder of its own and installs it there as a stranger would: the packages come as
// tarballs of this clone (./tarballs in that folder), all else from npm.
// Usage: node scripts/try-example.mjs NAME FOLDER     then: cd FOLDER && npm start
//        node scripts/try-example.mjs --all           every example in a temporary folder: installed, run, and its output
//                                                     compared with its expected.txt; ends with exit 1 if one is wrong
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

/**
 * @param tarballs the tarballs that are packed already, by the package's name; gets what it lacks
 * @param shelf where they are packed
 */
async function installExample(name, folder, tarballs, shelf) {
  await copyExample(name, folder);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const own = Object.keys(manifest.dependencies).filter((each) => each.startsWith('@slipform/'));
  const names = new Set(
    (await Promise.all(own.map((each) => closure(each.slice('@slipform/'.length))))).flat(),
  );
  await mkdir(join(folder, 'tarballs'));
  for (const each of names) {
    if (!tarballs.has(each)) tarballs.set(each, (await pack(each, shelf)).file);
    const copy = join(folder, 'tarballs', basename(tarballs.get(each)));
    await cp(tarballs.get(each), copy);
    manifest.dependencies[`@slipform/${each}`] = `file:${relative(folder, copy)}`;
  }
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
  await npmInstall(folder);
}

/** Runs the example and compares what it prints with its expected.txt. */
async function runExample(name, folder) {
  const { stdout, stderr } = await run(process.execPath, ['main.mjs'], { cwd: folder });
  if (stderr !== '') throw new Error(`it wrote to stderr: ${stderr}`);
  const lines = (await readFile(join(root, 'examples', name, 'expected.txt'), 'utf8'))
    .split('\n')
    .filter(Boolean);
  const missing = lines.filter((line) => !new RegExp(line, 'm').test(stdout));
  if (missing.length > 0) throw new Error(`it did not print ${missing.join(' and ')} but\n${stdout}`);
}

async function tryAll() {
  const workspace = await mkdtemp(join(tmpdir(), 'slipform-examples-'));
  const tarballs = new Map();
  let failed = 0;
  try {
    for (const name of examples) {
      const folder = join(workspace, name);
      try {
        await installExample(name, folder, tarballs, workspace);
        await runExample(name, folder);
        console.log(`  ok    ${name}`);
      } catch (error) {
        failed += 1;
        console.log(`  FAIL  ${name}: ${error.message}`);
      }
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
  console.log(
    `try-example: ${examples.length - failed} of ${examples.length} examples run outside of the clone`,
  );
  if (failed > 0 || examples.length === 0) process.exitCode = 1;
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
    await installExample(name, folder, new Map(), shelf);
  } finally {
    await rm(shelf, { recursive: true, force: true });
  }
  console.log(`Installed. Now: cd ${target} && npm start`);
}

const [first, second] = process.argv.slice(2);
if (first === '--all') await tryAll();
else if (first !== undefined && second !== undefined) await tryOne(first, second);
else {
  console.error('try-example: usage: node scripts/try-example.mjs NAME FOLDER, or --all');
  process.exitCode = 2;
}

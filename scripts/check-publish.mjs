#!/usr/bin/env node
// The publish gate: a rehearsal of the release against a registry of its own (Verdaccio, on the loopback), and its users.
// Each package is packed and judged as a tarball (publint --strict, attw, what npm's page needs), published by the
// command of release.yml, and installed by its name, as a user types it:
//   in an empty project, by ESM import and by CJS require (the same output, nothing on stderr), with its types in several
//   versions of TypeScript, in a browser bundle (no Node import left), and through its command;
//   all together (together.mjs): in Deno and Bun, and in a Web Worker of Chromium, bundled by Vite and esbuild;
//   in projects that have tfjs already (existing-projects.mjs), and by npx without any project.
// A package with scripts/consumers/NAME.golden.mjs must also compute right with its oldest and its newest tfjs-core.
// Usage: npm run check:publish [-- [--release FOLDER] [--thorough] [NAME…]]     needs a build; ends with exit 1 if anything is wrong.
//   --release FOLDER keeps the tarballs that passed, with SHA256SUMS in the order of publishing, in a new folder. It
//   refuses while `repository` is a placeholder; without it that is only said.
//   --thorough bundles by Rollup and webpack too, which takes a minute.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageNames } from './package-names.mjs';
import { checkTypes, resolutionsAlone } from './publish/check-types.mjs';
import * as consumers from './publish/consumer.mjs';
import { existingProjects, useExistingProject } from './publish/existing-projects.mjs';
import { checkMetadata, closure, keep, manifestOf, pack } from './publish/pack.mjs';
import { startRegistry } from './publish/registry.mjs';
import * as rehearsal from './publish/rehearsal.mjs';
import { inTurn, run } from './publish/run.mjs';
import { checkTogether } from './publish/together.mjs';
import { installTools } from './publish/tools.mjs';
import { repositoryProblem } from './repository-placeholder.mjs';

const root = resolve(import.meta.dirname, '..');
const { values: options, positionals: wanted } = parseArgs({
  options: { release: { type: 'string' }, thorough: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = wanted.filter((name) => !packageNames.includes(name));
if (unknown.length > 0) {
  console.error(
    `check-publish: no package is called ${unknown.join(', ')}; there are ${packageNames.join(', ')}`,
  );
  process.exit(2);
}
const names = wanted.length > 0 ? packageNames.filter((name) => wanted.includes(name)) : packageNames;
if (options.release !== undefined && existsSync(options.release)) {
  console.error(`check-publish: ${options.release} exists already; --release makes a new folder`);
  process.exit(2);
}
const manifests = new Map();
for (const name of packageNames) manifests.set(name, await manifestOf(name));
const unpublishable = repositoryProblem(names.map((name) => manifests.get(name)));
if (options.release !== undefined && unpublishable) {
  console.error(`check-publish: nothing can be released: ${unpublishable}`);
  process.exit(1);
}
const workspace = await mkdtemp(join(tmpdir(), 'slipform-publish-'));
const failures = [];

/** Prints how the action ended; returns what it returned, or undefined if it threw. */
async function check(label, action) {
  const started = Date.now();
  const took = () => `(${((Date.now() - started) / 1000).toFixed(1)} s)`;
  try {
    const detail = await action();
    console.log(`  ok    ${label}${typeof detail === 'string' ? `: ${detail}` : ''} ${took()}`);
    return detail ?? true;
  } catch (error) {
    failures.push(label);
    const said = [error.message, error.stdout, error.stderr].filter(Boolean).join('\n');
    console.log(`  FAIL  ${label} ${took()}\n${said.replace(/^/gm, '        ')}`);
    return undefined;
  }
}

const tool = (name) => join(root, 'node_modules', '.bin', name);

/** The tarball by itself. */
async function checkTarball(name, tarball) {
  await check(`${name}: publint --strict`, async () => {
    await run(tool('publint'), ['run', tarball.file, '--strict']);
  });
  await check(`${name}: types of every entry (attw)`, async () => {
    await run(tool('attw'), [tarball.file, '--no-emoji', '--profile', 'node16']);
  });
  await check(`${name}: what npm's page and the licence need`, () => checkMetadata(name, tarball));
}

/** The package alone, installed by its name. */
async function checkAlone(name, tools, npmrc) {
  let folder;
  await check(`${name}: npm install in an empty project`, async () => {
    folder = await consumers.consumer(name, workspace, npmrc);
    const modules = await readdir(join(folder, 'node_modules'));
    return `${modules.filter((entry) => !entry.startsWith('.')).length} entries in node_modules`;
  });
  if (!folder) return;
  const esm = await check(`${name}: ESM import`, () => consumers.useIt(name, folder, 'main.mjs'));
  await check(`${name}: CJS require, the same output`, async () => {
    const cjs = await consumers.useIt(name, folder, 'main.cjs');
    if (cjs !== esm) throw new Error(`ESM printed ${esm}\nCJS printed ${cjs}`);
  });
  for (const resolution of resolutionsAlone) {
    await check(`${name}: types, ${resolution.moduleResolution} resolution`, () =>
      checkTypes(folder, [`${name}.ts`], tools.tsc, resolution),
    );
  }
  await check(`${name}: browser bundle`, () => consumers.bundle(name, folder));
  const { bin = {} } = manifests.get(name);
  for (const command of Object.keys(bin)) {
    await check(`${name}: ${command} --help`, () => consumers.help(command, folder));
  }
  if (existsSync(join(root, 'scripts', 'consumers', `${name}.golden.mjs`))) {
    const { peerDependencies, devDependencies } = manifests.get(name);
    const oldest = peerDependencies['@tensorflow/tfjs-core'].replace('^', '');
    for (const tfjs of [oldest, devDependencies['@tensorflow/tfjs-core']]) {
      await check(`${name}: golden values with tfjs-core ${tfjs}`, () =>
        consumers.golden(name, tfjs, workspace, npmrc),
      );
    }
  }
}

let registry;
try {
  const installing = installTools(workspace);
  installing.catch(() => {}); // it is awaited below
  await check('changeset version, in a copy', () => rehearsal.versions([...manifests.values()], workspace));
  const closures = await Promise.all(names.map(closure));
  const needed = packageNames.filter((name) => closures.flat().includes(name));
  const tarballs = new Map();
  await inTurn(needed, async (name) => tarballs.set(name, await pack(name, workspace)));
  for (const name of names) {
    const { name: full, version } = manifests.get(name);
    console.log(`${full} ${version}, ${(tarballs.get(name).size / 1024).toFixed(0)} kB packed`);
  }
  await inTurn(names, (name) => checkTarball(name, tarballs.get(name)));

  const tools = await installing;
  registry = await startRegistry(tools.folder, workspace);
  const { npmrc } = registry;
  const shelf = join(workspace, 'tarballs');
  const sums = await keep(
    needed.map((name) => tarballs.get(name).file),
    shelf,
  );
  await writeFile(join(shelf, '.npmrc'), registry.publisher);
  const published = await check('publishes by the command of release.yml', () =>
    rehearsal.publish(shelf, needed, sums, workspace),
  );
  if (published) {
    await check('npm install NAME takes what was published', () =>
      rehearsal.distTags(
        registry.url,
        needed.map((name) => manifests.get(name)),
      ),
    );
    await inTurn(names, (name) => checkAlone(name, tools, npmrc));
    if (wanted.length === 0) {
      await checkTogether(check, tools, workspace, npmrc, options.thorough);
      await check('npx without a project', () => consumers.typedWithoutProject(workspace, npmrc));
    }
    const withPeer = names.filter((name) => manifests.get(name).peerDependencies?.['@tensorflow/tfjs-core']);
    if (withPeer.length > 0) {
      await inTurn(existingProjects, (project) =>
        check(`installs beside ${project.label}`, () =>
          useExistingProject(project, withPeer, workspace, npmrc),
        ),
      );
    }
  }
  if (wanted.length === 0)
    await check('size budgets (size-limit)', async () => {
      const { stdout } = await run(tool('size-limit'), ['--json'], { cwd: root });
      return JSON.parse(stdout)
        .map(({ name, size }) => `${name} ${(size / 1000).toFixed(1)} kB`)
        .join(', ');
    });
  if (options.release !== undefined && failures.length === 0) {
    await rm(join(shelf, '.npmrc'));
    await cp(shelf, options.release, { recursive: true });
  }
} finally {
  registry?.close();
  await rm(workspace, { recursive: true, force: true });
}

if (failures.length > 0) {
  console.error(`check-publish: ${failures.length} checks failed: ${failures.join('; ')}`);
  process.exit(1);
}
console.log('check-publish: everything that would be published works as it comes from a registry');
if (unpublishable) console.log(`check-publish: but it cannot be published yet: ${unpublishable}`);

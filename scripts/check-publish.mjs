#!/usr/bin/env node
// The publish gate. Packs each package and judges the tarball as its user would meet it:
//   publint --strict and attw on the tarball, a size budget per entry, and an empty project that installs the
//   tarball and uses it by ESM import, by CJS require (the same output, nothing on stderr), with its types under
//   all module resolutions in several versions of TypeScript, in a browser bundle (no Node import left) and through its command. A package with
//   scripts/consumers/NAME.golden.mjs must also compute right with its oldest and its newest tfjs-core. Tarballs with
//   a tfjs peer are installed into projects that have tfjs already (existing-projects.mjs), old and new, and used there.
// Usage: npm run check:publish [-- [--release FOLDER] [NAME…]]     needs a build; ends with exit 1 if anything is wrong.
//   --release FOLDER keeps the tarballs that passed, with SHA256SUMS in the order of publishing, in a new folder. It
//   refuses while `repository` is a placeholder; without it that is only said.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'esbuild';
import { checkTypes, installCompilers, resolutions } from './check-types.mjs';
import { existingProjects, useExistingProject } from './existing-projects.mjs';
import { packageNames } from './package-names.mjs';
import { repositoryProblem } from './repository-placeholder.mjs';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');
const order = packageNames;
const { values: options, positionals: wanted } = parseArgs({
  options: { release: { type: 'string' } },
  allowPositionals: true,
});
const unknown = wanted.filter((name) => !order.includes(name));
if (unknown.length > 0) {
  console.error(`check-publish: no package is called ${unknown.join(', ')}; there are ${order.join(', ')}`);
  process.exit(2);
}
const names = wanted.length > 0 ? order.filter((name) => wanted.includes(name)) : order;
if (options.release !== undefined && existsSync(options.release)) {
  console.error(`check-publish: ${options.release} exists already; --release makes a new folder`);
  process.exit(2);
}
const manifestOf = async (name) =>
  JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8'));
const unpublishable = repositoryProblem(await Promise.all(names.map(manifestOf)));
if (options.release !== undefined && unpublishable) {
  console.error(`check-publish: nothing can be released: ${unpublishable}`);
  process.exit(1);
}
const workspace = await mkdtemp(join(tmpdir(), 'slipform-publish-'));
const failures = [];

async function check(label, action) {
  try {
    const detail = await action();
    console.log(`  ok    ${label}${detail ? `: ${detail}` : ''}`);
  } catch (error) {
    failures.push(label);
    const said = [error.message, error.stdout, error.stderr].filter(Boolean).join('\n');
    console.log(`  FAIL  ${label}\n${said.replace(/^/gm, '        ')}`);
  }
}

const tool = (name) => join(root, 'node_modules', '.bin', name);

async function pack(name) {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', workspace], {
    cwd: join(root, 'packages', name),
    maxBuffer: 1 << 26,
  });
  const [{ filename, size }] = JSON.parse(stdout);
  return { file: join(workspace, filename), size };
}

/** The package's own Slipform dependencies, all the way down: they are on no registry before the first release. */
async function closure(name) {
  const found = new Set([name]);
  for (const each of found) {
    for (const dependency of Object.keys((await manifestOf(each)).dependencies ?? {})) {
      if (dependency.startsWith('@slipform/')) found.add(dependency.slice('@slipform/'.length));
    }
  }
  return [...found];
}

/** An empty project with the tarballs of the package and what it needs, and with its peers as a user adds them. */
async function consumer(name, tarballs) {
  const folder = join(workspace, `consumer-${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  const manifest = await manifestOf(name);
  const optional = manifest.peerDependenciesMeta ?? {};
  const peers = Object.keys(manifest.peerDependencies ?? {}).filter((peer) => !optional[peer]);
  const backend = peers.includes('@tensorflow/tfjs-core') ? ['@tensorflow/tfjs-backend-cpu'] : [];
  const versions = [...peers, ...backend].map((peer) => `${peer}@${manifest.devDependencies[peer]}`);
  const files = (await closure(name)).map((each) => tarballs.get(each).file);
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...files, ...versions], {
    cwd: folder,
    maxBuffer: 1 << 26,
  });
  await cp(join(root, 'scripts', 'consumers', `${name}.mjs`), join(folder, 'use.mjs'));
  await cp(join(root, 'scripts', 'consumers', `${name}.ts`), join(folder, 'types.ts'));
  await writeFile(
    join(folder, 'main.mjs'),
    "import { use } from './use.mjs';\nconsole.log(JSON.stringify(await use((name) => import(name))));\n",
  );
  await writeFile(
    join(folder, 'main.cjs'),
    "import('./use.mjs').then(async ({ use }) => console.log(JSON.stringify(await use(async (name) => require(name)))));\n",
  );
  return folder;
}

/** The golden script of a package in an empty project with its tarball and one version of tfjs-core and backends. */
async function golden(name, tarballs, version) {
  const folder = join(workspace, `golden-${name}-${version}`);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'golden', private: true }));
  const files = (await closure(name)).map((each) => tarballs.get(each).file);
  const tfjs = ['core', 'backend-cpu', 'backend-wasm'].map((each) => `@tensorflow/tfjs-${each}@${version}`);
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...files, ...tfjs], {
    cwd: folder,
    maxBuffer: 1 << 26,
  });
  await cp(join(root, 'scripts', 'consumers', `${name}.golden.mjs`), join(folder, 'main.mjs'));
  await cp(join(root, 'packages', name, 'fixtures', 'losses.json'), join(folder, 'golden.json'));
  return runClean(folder, 'main.mjs');
}

/** Keeps the tarballs that were tested, so that exactly these are published. */
async function keep(tarballs, folder) {
  await mkdir(folder, { recursive: true });
  const sums = [];
  for (const name of names) {
    const { file } = tarballs.get(name);
    await cp(file, join(folder, basename(file)));
    sums.push(
      `${createHash('sha256')
        .update(await readFile(file))
        .digest('hex')}  ${basename(file)}\n`,
    );
  }
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''));
}

async function runClean(folder, file) {
  const { stdout, stderr } = await run(process.execPath, [file], { cwd: folder });
  if (stderr !== '') throw new Error(`${file} wrote to stderr:\n${stderr}`);
  return stdout.trim();
}

/** Bundles everything that the entry exports for a browser; a Node import that survives is a failure. */
async function bundle(folder, manifest) {
  await writeFile(join(folder, 'entry.js'), `export * from '${manifest.name}';\n`);
  const peers = Object.keys(manifest.peerDependencies ?? {});
  const result = await build({
    absWorkingDir: folder,
    entryPoints: ['entry.js'],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    external: peers,
    logLevel: 'silent',
  });
  if (result.warnings.length > 0) throw new Error(result.warnings.map((warning) => warning.text).join('\n'));
  const imports = Object.values(result.metafile.outputs).flatMap((output) => output.imports);
  const foreign = imports.filter(
    ({ path, external }) => external && !peers.some((peer) => path.startsWith(peer)),
  );
  if (foreign.length > 0)
    throw new Error(`imports left in the bundle: ${foreign.map(({ path }) => path).join(', ')}`);
  return `${(result.outputFiles[0].contents.length / 1024).toFixed(0)} kB minified`;
}

try {
  const tarballs = new Map();
  const needed = new Set();
  for (const name of names) for (const each of await closure(name)) needed.add(each);
  for (const name of needed) tarballs.set(name, await pack(name));

  const compilers = await installCompilers(workspace);
  for (const name of names) {
    const manifest = await manifestOf(name);
    const tarball = tarballs.get(name);
    console.log(`${manifest.name} ${manifest.version}, ${(tarball.size / 1024).toFixed(0)} kB packed`);
    await check(`${name}: publint --strict`, async () => {
      await run(tool('publint'), ['run', tarball.file, '--strict']);
    });
    await check(`${name}: types of every entry (attw)`, async () => {
      await run(tool('attw'), [tarball.file, '--no-emoji', '--profile', 'node16']);
    });
    let folder;
    await check(`${name}: installs into an empty project`, async () => {
      folder = await consumer(name, tarballs);
      const modules = await readdir(join(folder, 'node_modules'));
      return `${modules.filter((entry) => !entry.startsWith('.')).length} entries in node_modules`;
    });
    if (!folder) continue;
    let esm;
    await check(`${name}: ESM import`, async () => {
      esm = await runClean(folder, 'main.mjs');
      return esm;
    });
    await check(`${name}: CJS require, the same output`, async () => {
      const cjs = await runClean(folder, 'main.cjs');
      if (cjs !== esm) throw new Error(`ESM printed ${esm}\nCJS printed ${cjs}`);
    });
    for (const resolution of resolutions) {
      await check(`${name}: types, ${resolution.moduleResolution} resolution`, () =>
        checkTypes(folder, compilers, resolution),
      );
    }
    await check(`${name}: browser bundle`, () => bundle(folder, manifest));
    if (existsSync(join(root, 'scripts', 'consumers', `${name}.golden.mjs`))) {
      const range = manifest.peerDependencies['@tensorflow/tfjs-core'];
      const newest = manifest.devDependencies['@tensorflow/tfjs-core'];
      for (const version of [range.replace('^', ''), newest]) {
        await check(`${name}: golden values with tfjs-core ${version}`, () =>
          golden(name, tarballs, version),
        );
      }
    }
    for (const command of Object.keys(manifest.bin ?? {})) {
      await check(`${name}: ${command} --help`, async () => {
        const { stdout, stderr } = await run(join(folder, 'node_modules', '.bin', command), ['--help']);
        if (stderr !== '' || !stdout.includes(command)) throw new Error(`printed ${stdout}${stderr}`);
      });
    }
  }

  const withPeer = [];
  for (const name of names) {
    if ((await manifestOf(name)).peerDependencies?.['@tensorflow/tfjs-core']) withPeer.push(name);
  }
  if (withPeer.length > 0) {
    console.log(`${withPeer.join(', ')} in projects that have tfjs already`);
    const inside = new Set((await Promise.all(withPeer.map(closure))).flat());
    const files = [...inside].map((name) => tarballs.get(name).file);
    // npm waits for the disk mostly: two at a time.
    const queue = [...existingProjects];
    const work = async () => {
      for (let project = queue.shift(); project; project = queue.shift()) {
        await check(`installs beside ${project.label}`, () =>
          useExistingProject(project, [...inside], files, workspace),
        );
      }
    };
    await Promise.all([work(), work()]);
  }

  if (wanted.length === 0)
    await check('size budgets (size-limit)', async () => {
      const { stdout } = await run(tool('size-limit'), ['--json'], { cwd: root });
      return JSON.parse(stdout)
        .map(({ name, size }) => `${name} ${(size / 1000).toFixed(1)} kB`)
        .join(', ');
    });
  if (options.release !== undefined && failures.length === 0) await keep(tarballs, options.release);
} finally {
  await rm(workspace, { recursive: true, force: true });
}

if (failures.length > 0) {
  console.error(`check-publish: ${failures.length} checks failed: ${failures.join('; ')}`);
  process.exit(1);
}
console.log('check-publish: everything that would be published works from its tarball');
if (unpublishable) console.log(`check-publish: but it cannot be published yet: ${unpublishable}`);

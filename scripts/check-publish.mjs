#!/usr/bin/env node
// The publish gate: each package is packed and judged as a tarball (publint --strict, attw, what npm's page needs), and used:
//   alone, in an empty project: by ESM import and by CJS require (the same output, nothing on stderr), with the types of all
//   its entries, and through its command;
//   in a project on the oldest tfjs that its peers allow, where the losses keep their golden values (consumers/older-tfjs.mjs);
//   all together in a Web Worker of Chromium, bundled by Vite. Budgets of size (size-limit).
// Usage: npm run check:publish [-- [--release FOLDER] [NAME…]]     needs a build; ends with exit 1 if anything is wrong.
//   --release FOLDER keeps the tarballs that passed, with SHA256SUMS in the order of publishing, in a new folder. It
//   refuses while `repository` is a placeholder; without it that is only said.
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { packageNames } from './package-names.mjs';
import { checkMetadata, closure, keep, manifestOf, pack } from './publish/pack.mjs';
import { emptyProject, inTurn, npmInstall, run, runClean } from './publish/run.mjs';
import { repositoryProblem } from './repository-placeholder.mjs';

const root = resolve(import.meta.dirname, '..');
const consumers = join(root, 'scripts', 'consumers');
const core = '@tensorflow/tfjs-core';
const { values: options, positionals: wanted } = parseArgs({
  options: { release: { type: 'string' } },
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
const tarballs = new Map();
const failures = [];

/** Prints how the action ended; returns what it returned, or undefined if it threw. */
async function check(label, action) {
  try {
    const detail = await action();
    console.log(`  ok    ${label}${typeof detail === 'string' ? `: ${detail}` : ''}`);
    return detail ?? true;
  } catch (error) {
    failures.push(label);
    const said = [error.message, error.stdout, error.stderr].filter(Boolean).join('\n');
    console.log(`  FAIL  ${label}\n${said.replace(/^/gm, '        ')}`);
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

/** The tarballs of these packages and of those below them. */
const filesOf = async (...packages) => [
  ...new Set((await Promise.all(packages.map(closure))).flat().map((name) => tarballs.get(name).file)),
];

/** What a user names beside the package in `npm install`: its peers that are not optional, and a backend of tfjs. */
function besides(name) {
  const { peerDependencies = {}, peerDependenciesMeta = {}, devDependencies } = manifests.get(name);
  const peers = Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional);
  const backend = peers.includes(core) ? ['@tensorflow/tfjs-backend-cpu'] : [];
  return [...peers, ...backend].map((peer) => `${peer}@${devDependencies[peer]}`);
}

const program = (load) => `
import(\`./\${process.argv[2]}.mjs\`).then(async ({ use, useInNode }) => {
  const load = ${load};
  console.log(JSON.stringify({ ...(await use(load)), ...(await useInNode?.(load)) }));
});
`;

/** The package alone, where nothing that another brings may be missing; gives what its program printed. */
async function checkAlone(name) {
  const folder = await emptyProject(join(workspace, `alone-${name}`));
  const installed = await check(`${name}: npm install in an empty project`, async () => {
    await npmInstall(folder, ...(await filesOf(name)), ...besides(name));
    await cp(join(consumers, `${name}.mjs`), join(folder, `${name}.mjs`));
    await writeFile(join(folder, 'main.mjs'), program('(name) => import(name)'));
    await writeFile(join(folder, 'main.cjs'), program('async (name) => require(name)'));
  });
  if (!installed) return undefined;
  const use = (main) => runClean(process.execPath, [main, name], { cwd: folder });
  const esm = await check(`${name}: ESM import`, () => use('main.mjs'));
  await check(`${name}: CJS require, the same output`, async () => {
    const cjs = await use('main.cjs');
    if (cjs !== esm) throw new Error(`ESM printed ${esm}\nCJS printed ${cjs}`);
  });
  await check(`${name}: types`, () => checkTypes(name, folder));
  for (const command of Object.keys(manifests.get(name).bin ?? {})) {
    await check(`${name}: ${command} --help`, async () => {
      const bin = join(folder, 'node_modules', '.bin', command);
      const help = await runClean(bin, ['--help'], { cwd: folder });
      if (!help.includes(command)) throw new Error(`printed ${help}`);
    });
  }
  return esm;
}

/**
 * The declarations of all entries compile, strictly. What is wrong in those of others is not counted: tfjs-core names a type,
 * Long, that it doesn't bring, and its WebGPU types are not those of newer browsers' declarations.
 */
async function checkTypes(name, folder) {
  const { name: full, exports } = manifests.get(name);
  const entries = Object.keys(exports).filter(
    (entry) => exports[entry].import?.types ?? exports[entry].types,
  );
  if (entries.length === 0) throw new Error('no entry has types');
  const lines = entries.map((entry, index) => `export * as entry${index} from '${full}${entry.slice(1)}';`);
  await writeFile(join(folder, 'types.mts'), lines.join('\n'));
  const flags =
    'noEmit strict exactOptionalPropertyTypes skipDefaultLibCheck module=NodeNext target=ES2022 lib=ES2023,DOM types=node pretty=false';
  const args = flags.split(' ').flatMap((flag) => `--${flag}`.split('='));
  const typeRoots = join(root, 'node_modules', '@types');
  const compiled = await run(tool('tsc'), [...args, '--typeRoots', typeRoots, 'types.mts'], { cwd: folder })
    .then(() => '')
    .catch((error) => {
      if (!/\berror TS\d+/.test(error.stdout)) throw error;
      return error.stdout;
    });
  const ours = compiled
    .split('\n')
    .filter((line) => /^(error|types\.mts|node_modules\/@slipform\/)/.test(line));
  if (ours.length > 0) throw new Error(ours.join('\n'));
  return `${entries.length} entries`;
}

/** npm must not bring a second tfjs-core into a project that has one, nor end in ERESOLVE for an optional peer. */
async function checkOlderTfjs(withPeer) {
  const version = manifests.get(withPeer[0]).peerDependencies[core].replace('^', '');
  await check(`${withPeer.join(', ')}: in a project on tfjs-core ${version}`, async () => {
    const folder = await emptyProject(join(workspace, 'older-tfjs'));
    const tfjs = ['core', 'layers', 'backend-cpu', 'backend-wasm'].map((part) => `@tensorflow/tfjs-${part}`);
    await npmInstall(folder, '-E', ...tfjs.map((each) => `${each}@${version}`));
    await npmInstall(folder, ...(await filesOf(...withPeer)));
    const entries = await readdir(join(folder, 'node_modules'), { recursive: true });
    const cores = entries.filter((entry) => /(^|\/)@tensorflow\/tfjs-core\/package\.json$/.test(entry));
    if (cores.length !== 1) throw new Error(`there are ${cores.length} tfjs-cores: ${cores.join(', ')}`);
    await cp(join(consumers, 'older-tfjs.mjs'), join(folder, 'main.mjs'));
    await cp(join(root, 'packages', 'cement-loss', 'fixtures', 'losses.json'), join(folder, 'golden.json'));
    const said = await runClean(process.execPath, ['main.mjs', ...withPeer], { cwd: folder });
    if (!said.startsWith(`tfjs-core ${version}:`)) throw new Error(`it runs on another tfjs: ${said}`);
    return said;
  });
}

/** Where Chromium is: CHROMIUM_PATH, Debian's, or Playwright's own. */
const chromiumPath = () =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );

/** All packages in one page's worker; `inNode` has what each program printed there. */
async function checkInBrowser(inNode) {
  const executablePath = chromiumPath();
  if (!executablePath) {
    console.log('  skip  all packages in a Web Worker: there is no Chromium (CHROMIUM_PATH)');
    return;
  }
  await check('all packages: a Web Worker bundled by Vite', async () => {
    const folder = await emptyProject(join(workspace, 'together'));
    await npmInstall(folder, ...(await filesOf(...names)), ...new Set(names.flatMap(besides)));
    const modules = new Set();
    for (const name of names) {
      // What a page cannot do comes after it.
      const [source] = (await readFile(join(consumers, `${name}.mjs`), 'utf8')).split(
        'export async function useInNode',
      );
      for (const [, module] of source.matchAll(/\bload\(\s*'([^']+)'/g)) modules.add(module);
      await cp(join(consumers, `${name}.mjs`), join(folder, `${name}.mjs`));
    }
    await writeFile(join(folder, 'index.html'), '<script type="module" src="./main.js"></script>');
    await writeFile(
      join(folder, 'main.js'),
      `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => (globalThis.said = data);
worker.onerror = ({ message }) => (globalThis.said = { error: message });`,
    );
    const loads = [...modules].map((module) => `'${module}': () => import('${module}')`);
    const uses = names.map((name) => `said['${name}'] = await (await import('./${name}.mjs')).use(load);`);
    await writeFile(
      join(folder, 'worker.js'),
      `const modules = { ${loads.join(', ')} };
const load = (name) => modules[name]();
const said = {};
try { ${uses.join('\n')} } catch (error) { said.error = String(error.stack); }
postMessage(said);`,
    );
    const config = { root: folder, configFile: false, logLevel: 'error', worker: { format: 'es' } };
    await build({ ...config, build: { minify: false, chunkSizeWarningLimit: Number.POSITIVE_INFINITY } });
    const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
    const browser = await chromium.launch({ executablePath, timeout: 0, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await page.goto(server.resolvedUrls.local[0], { timeout: 0 });
      const said = await (await page.waitForFunction(() => globalThis.said)).jsonValue();
      if (said.error) throw new Error(said.error);
      for (const name of names) {
        const expected = JSON.parse(inNode.get(name));
        for (const [key, value] of Object.entries(said[name])) {
          const [here, there] = [value, expected[key]].map((each) => JSON.stringify(each));
          if (here !== there) throw new Error(`${name}: ${key} is ${here}, in Node ${there}`);
        }
      }
    } finally {
      await browser.close();
      await server.close();
    }
  });
}

try {
  const needed = new Set((await Promise.all(names.map(closure))).flat());
  const packed = packageNames.filter((name) => needed.has(name));
  await inTurn(packed, async (name) => tarballs.set(name, await pack(name, workspace)));
  for (const name of names) {
    const { name: full, version } = manifests.get(name);
    console.log(`${full} ${version}, ${(tarballs.get(name).size / 1024).toFixed(0)} kB packed`);
  }
  await inTurn(names, (name) => checkTarball(name, tarballs.get(name)));
  const inNode = new Map();
  await inTurn(names, async (name) => inNode.set(name, await checkAlone(name)));
  const withPeer = names.filter((name) => manifests.get(name).peerDependencies?.[core]);
  if (withPeer.length > 0) await checkOlderTfjs(withPeer);
  if (failures.length === 0) await checkInBrowser(inNode);
  if (wanted.length === 0)
    await check('size budgets (size-limit)', async () => {
      const { stdout } = await run(tool('size-limit'), ['--json'], { cwd: root });
      return JSON.parse(stdout)
        .map(({ name, size }) => `${name} ${(size / 1000).toFixed(1)} kB`)
        .join(', ');
    });
  if (options.release !== undefined && failures.length === 0) {
    await keep(
      packed.map((name) => tarballs.get(name).file),
      options.release,
    );
  }
} finally {
  await rm(workspace, { recursive: true, force: true });
}

if (failures.length > 0) {
  console.error(`check-publish: ${failures.length} checks failed: ${failures.join('; ')}`);
  process.exit(1);
}
console.log('check-publish: everything that would be published works as a tarball');
if (unpublishable) console.log(`check-publish: but it cannot be published yet: ${unpublishable}`);

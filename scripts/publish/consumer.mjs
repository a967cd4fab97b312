// One package in an empty project, as its user would meet it.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { manifestOf } from './pack.mjs';
import { emptyProject, npmInstall, run, runClean } from './run.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const consumers = join(root, 'scripts', 'consumers');

/** What a user of the package names in `npm install`: it, its peers that are not optional, and a backend of tfjs. */
export async function wishesOf(name) {
  const {
    peerDependencies = {},
    peerDependenciesMeta = {},
    devDependencies,
    ...manifest
  } = await manifestOf(name);
  const peers = Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional);
  const backend = peers.includes('@tensorflow/tfjs-core') ? ['@tensorflow/tfjs-backend-cpu'] : [];
  return [manifest.name, ...[...peers, ...backend].map((peer) => `${peer}@${devDependencies[peer]}`)];
}

/** `npm install NAME` in an empty project, and the programs that use it there. */
export async function consumer(name, workspace, npmrc) {
  const folder = await emptyProject(join(workspace, `consumer-${name}`), npmrc);
  await npmInstall(folder, ...(await wishesOf(name)));
  await addProgram(name, folder);
  return folder;
}

const program = (load) => `
import(\`./\${process.argv[2]}.mjs\`).then(async ({ use, useInNode }) => {
  const load = ${load};
  console.log(JSON.stringify({ ...(await use(load)), ...(await useInNode?.(load)) }));
});
`;

/** Puts NAME.mjs (what the user does) and NAME.ts (the types that he sees) there, and main.mjs and main.cjs, which run it. */
export async function addProgram(name, folder) {
  await cp(join(consumers, `${name}.mjs`), join(folder, `${name}.mjs`));
  await cp(join(consumers, `${name}.ts`), join(folder, `${name}.ts`));
  await writeFile(join(folder, 'main.mjs'), program('(name) => import(name)'));
  await writeFile(join(folder, 'main.cjs'), program('async (name) => require(name)'));
}

/** Runs the package's program in Node, by import (main.mjs) or by require (main.cjs); returns what it printed. */
export const useIt = (name, folder, main) => runClean(process.execPath, [main, name], { cwd: folder });

/** Bundles everything that the entry exports for a browser; a Node import that survives is a failure. */
export async function bundle(name, folder) {
  const manifest = await manifestOf(name);
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

/** The command in the project, as `npx` finds it there. */
export async function help(command, folder) {
  const stdout = await runClean(join(folder, 'node_modules', '.bin', command), ['--help'], { cwd: folder });
  if (!stdout.includes(command)) throw new Error(`printed ${stdout}`);
}

/** The golden script of a package with one version of tfjs-core and its backends. */
export async function golden(name, version, workspace, npmrc) {
  const folder = await emptyProject(join(workspace, `golden-${name}-${version}`), npmrc);
  const tfjs = ['core', 'backend-cpu', 'backend-wasm'].map((each) => `@tensorflow/tfjs-${each}@${version}`);
  await npmInstall(folder, (await manifestOf(name)).name, ...tfjs);
  await cp(join(consumers, `${name}.golden.mjs`), join(folder, 'golden.mjs'));
  await cp(join(root, 'packages', name, 'fixtures', 'losses.json'), join(folder, 'golden.json'));
  return runClean(process.execPath, ['golden.mjs'], { cwd: folder });
}

/** What a user without any project types: npm fetches the package and its command does its work on a file beside it. */
export async function typedWithoutProject(workspace, npmrc) {
  const folder = join(workspace, 'no-project');
  await emptyProject(folder, npmrc);
  await writeFile(join(folder, 'captions.txt'), 'A black dog on a red sofa.\nTwo cats in a blue box.\n');
  // npx keeps what it fetched by name and version; a folder of its own keeps it from an earlier rehearsal's.
  const env = { ...process.env, npm_config_cache: join(workspace, 'npx') };
  const npx = (...args) => run('npx', ['--yes', ...args], { cwd: folder, env });
  await npx('@slipform/plant', 'mine', 'captions.txt', '-o', 'negatives.jsonl');
  const records = (await readFile(join(folder, 'negatives.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map(JSON.parse);
  if (records.length === 0 || records.some(({ caption, negative }) => caption === negative))
    throw new Error(`npx @slipform/plant mined ${JSON.stringify(records)}`);
  return `npx @slipform/plant mine: “${records[0].caption}” → “${records[0].negative}”`;
}

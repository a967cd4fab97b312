#!/usr/bin/env node
// tfjs-node as a user has it: a project of its own with the packed packages, the native part from install.mjs, plain Node.
//
//   node scripts/tfjs-node/try-project.mjs      needs a build; the last line says what ran
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../kept.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const project = await mkdtemp(join(tmpdir(), 'slipform-tfjs-node-'));
const here = { cwd: project, env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '1' } };

try {
  const packed = [];
  for (const name of ['cement-loss', 'tfjs-kernels', 'clip']) {
    const args = ['pack', '--json', '--pack-destination', project];
    const [{ filename }] = JSON.parse(await runCommand('npm', args, { cwd: join(root, 'packages', name) }));
    packed.push(`./${filename}`);
  }
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true }));
  const tfjs = ['tfjs-core', 'tfjs-node', 'tfjs-node-gpu'].map((name) => `@tensorflow/${name}@4.22.0`);
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await runCommand('npm', ['install', ...flags, ...packed, ...tfjs], here);
  await runCommand(process.execPath, [join(import.meta.dirname, 'install.mjs'), project], here);
  await cp(join(import.meta.dirname, 'user.mjs'), join(project, 'user.mjs'));
  await writeFile(
    join(project, 'main.mjs'),
    "import { use } from './user.mjs';\nconsole.log(await use((name) => import(name), process.argv[2]));\n",
  );
  await writeFile(
    join(project, 'main.cjs'),
    "import('./user.mjs').then(async ({ use }) => console.log(await use(async (name) => require(name), process.argv[2])));\n",
  );
  for (const backend of ['node', 'node-gpu']) {
    const [byImport, byRequire] = await Promise.all(
      ['main.mjs', 'main.cjs'].map((file) => runCommand(process.execPath, [file, backend], here)),
    );
    if (byImport !== byRequire) throw new Error(`by import: ${byImport}by require: ${byRequire}`);
    console.log(`${backend}: ${byImport.trim()}`);
  }
} catch (error) {
  console.error(`try-project: ${error.message}\n${error.said ?? ''}`);
  process.exitCode = 1;
} finally {
  await rm(project, { recursive: true, force: true });
}

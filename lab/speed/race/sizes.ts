import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

export interface Size {
  /** Files' bytes. */
  readonly disk: number;
  /** Of a tar of them, packed by gzip: about what a registry sends. */
  readonly packed: number;
}

/** What `npm install` of packages brings: they and what they depend on, as it lies in the node_modules over a folder. */
export async function installed(names: readonly string[], from: string): Promise<Size> {
  const found = new Map<string, readonly string[]>();
  const visit = async (name: string, under: string, isNeeded: boolean): Promise<void> => {
    const folder = await folderOf(name, under);
    if (folder === undefined && isNeeded) throw new Error(`${name} must be installed over ${under}.`);
    if (folder === undefined || found.has(folder)) return;
    const json = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    // Of a package of this repository, what it publishes; what is installed holds nothing else, but the packages under it.
    const isOurs = !folder.includes('node_modules');
    found.set(folder, isOurs ? ['package.json', 'README.md', ...json.files] : ['.']);
    const { dependencies = {}, optionalDependencies = {} } = json;
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) {
      await visit(each, folder, !(each in optionalDependencies));
    }
  };
  for (const name of names) await visit(name, from, true);
  return sizeOf(
    [...found].flatMap(([folder, files]) => [
      '-C',
      folder,
      ...files.filter((file) => existsSync(join(folder, file))),
    ]),
  );
}

async function folderOf(name: string, under: string): Promise<string | undefined> {
  const folder = join(under, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return realpath(folder);
  return dirname(under) === under ? undefined : folderOf(name, dirname(under));
}

/** The size of what tar is told to pack. */
export async function sizeOf(args: readonly string[]): Promise<Size> {
  const bytesOf = async (option: string): Promise<number> => {
    const tar = spawn('tar', [option, '-', '--exclude=./node_modules', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let bytes = 0;
    for await (const chunk of tar.stdout) bytes += chunk.length;
    return bytes;
  };
  return { disk: await bytesOf('-cf'), packed: await bytesOf('-czf') };
}

/** What a page that embeds with our kernels downloads: its script as esbuild makes it, put into a new folder, and tfjs's wasm with SIMD. */
export async function inPage(folder: string): Promise<Size> {
  await mkdir(folder);
  await build({
    stdin: {
      contents: `import { loadEncoder, useBackend } from '@slipform/clip';
        import { useWasmKernels } from '@slipform/clip/wasm-kernels';
        import '@tensorflow/tfjs-backend-wasm';
        await useBackend('wasm');
        await useWasmKernels();
        self.encoder = await loadEncoder('/model/');`,
      resolveDir: import.meta.dirname,
    },
    outfile: join(folder, 'page.mjs'),
    ...{
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'error',
      platform: 'browser',
    },
    external: ['node:*'],
    tsconfigRaw: {},
  });
  const wasm = 'tfjs-backend-wasm-simd.wasm';
  const from = createRequire(import.meta.url).resolve(`@tensorflow/tfjs-backend-wasm/dist/${wasm}`);
  await cp(from, join(folder, wasm));
  return sizeOf(['-C', folder, '.']);
}

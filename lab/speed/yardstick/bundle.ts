import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

// Inside of the package, so that Node finds what the programs import.
const folder = join(import.meta.dirname, '../../node_modules/.cache/yardstick');

/** Our side's programs. */
export interface Programs {
  /** For `node`, with the packages beside it. */
  readonly node: string;
  /** For `node` too: a side of lab/speed/race.ts. */
  readonly race: string;
  /** With all that they need. */
  readonly page: string;
  readonly pageWorker: string;
  /** A page of lab/speed/race.ts; its threads are those of `pageWorker`. */
  readonly racePage: string;
}

/** Bundles the programs of our side over the packages as they are built (`npm run build`). */
export async function bundlePrograms(): Promise<Programs> {
  await mkdir(folder, { recursive: true });
  const bundle = async (entry: string, options: BuildOptions): Promise<string> => {
    const outfile = join(folder, `${entry}.mjs`);
    await build({
      entryPoints: [join(import.meta.dirname, `${entry}.ts`)],
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'error',
      // Without the paths of tsconfig.json, by which the type check reads the sources.
      tsconfigRaw: {},
      ...options,
    });
    return outfile;
  };
  const page: BuildOptions = { platform: 'browser', external: ['node:*'] };
  return {
    node: await bundle('node-entry', { platform: 'node', packages: 'external' }),
    race: await bundle('../race/entry', { platform: 'node', packages: 'external' }),
    page: await bundle('page-entry', page),
    pageWorker: await bundle('page-worker', page),
    racePage: await bundle('../race/page-entry', page),
  };
}

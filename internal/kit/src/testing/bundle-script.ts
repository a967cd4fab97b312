import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * For tests of threads and processes: writes a module of TypeScript, which may import the kit's files as `./lanes`, as a
 * file that Node runs by itself.
 */
export async function bundleScript(source: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
}

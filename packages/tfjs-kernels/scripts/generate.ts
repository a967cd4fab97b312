/**
 * Compiles assembly/ to WebAssembly, with relaxed SIMD and without, into generated/kernel-binaries.ts: as text,
 * so that Node, browsers and bundlers load it without a path.
 *
 *   npm run generate -w @slipform/tfjs-kernels
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { toText } from '../src/wasm/byte-text';

const root = join(import.meta.dirname, '..');

/** A module that imports its memory, and brings no data of its own that could lie over tfjs's. */
async function compile(features: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      'assembly/index.ts',
      ...['--baseDir', root, '--outFile', 'kernels.wasm'],
      ...['-O3', '--noAssert', '--runtime', 'stub'],
      ...['--importMemory', '--noExportMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
      ...features.flatMap((feature) => ['--enable', feature]),
    ],
    {
      writeFile: (_, contents) => {
        binary = typeof contents === 'string' ? undefined : contents;
      },
    },
  );
  if (error !== null || binary === undefined) throw new Error(`asc failed: ${error?.message}\n${stderr}`);
  if (sections(binary).some(({ id }) => id === dataSection)) throw new Error('the kernels have static data');
  return binary;
}

const importSection = 2;
const dataSection = 11;

function sections(binary: Uint8Array): { id: number; start: number }[] {
  const found = [];
  let at = 8;
  while (at < binary.length) {
    const id = binary[at++]!;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at++]!;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    found.push({ id, start: at });
    at += size;
  }
  return found;
}

/**
 * Where the limits of the imported memory say whether it is shared: after the number of imports (1), the names
 * `env` and `memory` with their lengths, and the kind (2: memory). 1 is "has a maximum", 3 "and is shared".
 */
function sharedFlagAt(binary: Uint8Array): number {
  const at = sections(binary).find(({ id }) => id === importSection)!.start + 1 + 4 + 7 + 1;
  if (binary[at] !== 1) throw new Error('the import of the memory does not look as expected');
  return at;
}

const binaries = [await compile(['simd']), await compile(['simd', 'relaxed-simd'])] as const;
const { frequent, texts } = toText(binaries);
const [simd, relaxedSimd] = binaries.map(
  (binary, i) => `{ text: '${texts[i]}', sharedFlagAt: ${sharedFlagAt(binary)} }`,
);
mkdirSync(join(root, 'generated'), { recursive: true });
writeFileSync(
  join(root, 'generated', 'kernel-binaries.ts'),
  `// Made from assembly/ by scripts/generate.ts; the texts are read by src/wasm/byte-text.ts.
export const frequent = '${frequent}';
export const simd = ${simd};
export const relaxedSimd = ${relaxedSimd};
`,
);
console.log(`kernels: ${binaries[0].length} bytes, with relaxed SIMD ${binaries[1].length}`);

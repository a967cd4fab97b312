import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

// Each function of these packages has an `@example`, which is type-checked against what was built.
const root = join(import.meta.dirname, '..');

/** The entries of a package, and what its examples speak of without saying where it comes from. */
const packages = {
  bench: {
    entries: ['', '/files', '/probes', '/report', '/audit'],
    given: `import type { Benchmark, Clusters, Encoder, Question, Result } from '@slipform/bench';
      import type { ExperimentRecord } from '@slipform/bench/report';
      import { createLexicon } from '@slipform/concreteness';
      import { mineBlob } from '@slipform/plant/blob';
      import { relation } from '@slipform/plant/relations';
      import { writeFile } from 'node:fs/promises';
      declare const encoder: Encoder, benchmark: Benchmark, before: Result, result: Result, record: ExperimentRecord;
      declare const questions: { clusters: Clusters }[], right: boolean[], rightBefore: boolean[], file: File;
      declare const features: number[][], labels: string[], train: { features: number[][]; labels: number[][] };
      declare const test: { features: number[][]; labels: never[] };
      declare function readRows(path: string, images: unknown): Question[];
      declare const wanted: Parameters<typeof import('@slipform/bench/files').installedIcons>[0]['wanted'];`,
  },
  icons: {
    entries: ['', '/files'],
    given: `import type { Drawings, Icon } from '@slipform/icons';
      import type { Corpus } from '@slipform/icons/files';
      import { writeFile } from 'node:fs/promises';
      declare const icon: Icon, corpus: Corpus, text: string;
      declare const bellOff: Icon, cloudPlus: Icon, left: Uint8Array, right: Uint8Array;
      declare const drawings: Drawings, test: Drawings, train: Drawings;`,
  },
  scenes: {
    entries: ['', '/files', '/keywords'],
    given: `import { type Encoder, evaluate } from '@slipform/bench';
      import { KEYWORDS } from '@slipform/scenes/keywords';
      import { OBJECT_NAMES, type Random, type Scene, type SceneContent } from '@slipform/scenes';
      import { writeFile } from 'node:fs/promises';
      declare const random: Random, scene: Scene, content: SceneContent, encoder: Encoder;`,
  },
};
const inSource =
  /@example\n((?:(?!\*\/)[\s\S])*) \*\/\n(?:\/\/.*\n)*export (?:async )?(?:function|const)\*? (\w+)/g;

it('each function has an example, which is right', async () => {
  const files = new Map<string, string>();
  const lacking: string[] = [];
  for (const [name, { entries, given }] of Object.entries(packages)) {
    const entryOf = new Map<string, string>();
    for (const entry of entries) {
      const built = await import(
        /* @vite-ignore */ pathToFileURL(join(root, `packages/${name}/dist${entry || '/index'}.js`)).href
      );
      for (const key of Object.keys(built))
        if (typeof built[key] === 'function') entryOf.set(key, `@slipform/${name}${entry}`);
    }
    entryOf.delete('InputError');
    const folder = join(root, 'packages', name, 'src');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    for (const source of sources) {
      for (const [, block, of] of readFileSync(join(folder, source), 'utf8').matchAll(inSource)) {
        const code = block!.replace(/^ \* ?/gm, '');
        const used = [...entryOf].filter(([key]) => key === of || new RegExp(`\\b${key}\\(`).test(code));
        const imports = used.map(([key, entry]) => `import { ${key} } from '${entry}';`);
        files.set(
          join(folder, `${of}.example.ts`),
          `${given}\n${imports.join('\n')}\n{\n${code}}\nexport {};\n`,
        );
      }
    }
    for (const key of entryOf.keys())
      if (!files.has(join(folder, `${key}.example.ts`))) lacking.push(`${name}: ${key}`);
  }
  expect(lacking).toEqual([]);
  const options: ts.CompilerOptions = {
    ...{
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      types: ['node'],
      noEmit: true,
      strict: true,
    },
    ...{
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      skipLibCheck: true,
      exactOptionalPropertyTypes: true,
    },
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  const program = ts.createProgram([...files.keys()], options, host);
  const faults = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(faults).toEqual([]);
});

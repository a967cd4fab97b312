import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

// Each function of these packages has an `@example`, which is type-checked against what was built. Those of a package
// whose `given` has values run as well, all in one process, and a line `value; // literal` must be true.
const root = join(import.meta.dirname, '..');

interface Package {
  readonly entries: readonly string[];
  /** What its examples speak of without saying where it comes from. */
  readonly given: string;
  /** Functions whose examples can't run here, and why. Left out: `given` has types alone. */
  readonly notRun?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Package>> = {
  bench: {
    entries: ['', '/files', '/probes', '/report', '/audit'],
    given: `import type { Benchmark, Clusters, Encoder, Question, Result } from '@slipform/bench';
      import type { ExperimentRecord } from '@slipform/bench/report';
      import { createPlant } from '@slipform/plant';
      import { relation } from '@slipform/plant/relations';
      import { writeFile } from 'node:fs/promises';
      declare const encoder: Encoder, benchmark: Benchmark, before: Result, result: Result, record: ExperimentRecord;
      declare const questions: { clusters: Clusters }[], right: boolean[], rightBefore: boolean[], captions: string[];
      declare const features: number[][], labels: string[], train: { features: number[][]; labels: number[][] };
      declare const test: { features: number[][]; labels: never[] };
      declare function readRows(path: string, images: unknown): Question[];`,
  },
  clip: {
    entries: ['', '/average', '/data', '/worker'],
    given: `import { infoNceLoss } from '@slipform/cement-loss';
      import * as clip from '@slipform/clip';
      import { type Benchmark, evaluate } from '@slipform/bench';
      import * as tf from '@tensorflow/tfjs-core';
      await clip.useBackend('cpu');
      const tokenizer = clip.trainTokenizer(['a red square', 'a blue circle']);
      const model = clip.createClip({
        embeddingSize: 8,
        image: { imageSize: 48, patchSize: 16, width: 16, layers: 1, heads: 2 },
        text: { vocabularySize: 9, contextLength: 5, width: 16, layers: 1, heads: 2 },
      });
      const encoder = clip.createEncoder(model, tokenizer);
      await encoder.save('my-model');
      const loss: clip.TrainOptions['loss'] = (batch, { logitScale }) => infoNceLoss(batch, { logitScale });
      const tokens = [tokenizer.encode('a red square'), tokenizer.encode('a blue circle')];
      const data: clip.TrainData = () => ({ images: Float32Array.from({ length: 2 * 48 * 48 * 3 }, (_, at) => Math.sin(at)), tokens });
      const pixels = (colour: number) => ({ width: 48, height: 48, data: new Uint8Array(48 * 48 * 3).fill(colour) });
      const [red, blue] = [pixels(200), pixels(20)];
      const ask = { kind: 'swap', rule: 'all' as const };
      const benchmark: Benchmark = {
        name: 'Squares',
        chance: 0.5,
        questions: [
          { ...ask, id: '0', group: '0', right: [{ image: red, text: 'a red square' }], wrong: [{ image: red, text: 'a blue circle' }] },
          { ...ask, id: '1', group: '1', right: [{ image: blue, text: 'a blue circle' }], wrong: [{ image: blue, text: 'a red square' }] },
        ],
      };`,
    notRun: { serveClip: 'it makes its thread a worker' },
  },
  icons: {
    entries: ['', '/files'],
    given: `import { type Encoder, evaluate } from '@slipform/bench';
      import type { Icon } from '@slipform/icons';
      import * as icons from '@slipform/icons';
      import * as files from '@slipform/icons/files';
      import { writeFile } from 'node:fs/promises';
      const icon: Icon = {
        ...{ id: 'lucide:bell-off', set: 'lucide', name: 'bell-off', artist: 'Lucide Contributors', family: 'feather' },
        ...{ words: ['bell', 'off'], caption: 'bell off', style: '', aliases: ['mute'], tags: ['silent'], categories: [] },
        ...{ body: '<path d="M4 4h16v16H4z"/>', left: 0, top: 0, width: 24, height: 24 },
      };
      const cloudPlus: Icon = { ...icon, name: 'cloud-plus', caption: 'cloud plus', words: ['cloud', 'plus'] };
      const bellOff = icon;
      const info = { author: { name: 'Lucide Contributors' }, license: { spdx: 'ISC', title: 'ISC' } };
      const text = JSON.stringify({ prefix: 'lucide', info, icons: { 'bell-off': { body: icon.body } }, width: 24, height: 24 });
      const corpus = await files.openCorpus({ sets: ['octicon'] });
      const [left, right] = [new Uint8Array(24 * 24 * 3), new Uint8Array(24 * 24 * 3)];
      const drawings = await files.drawIcons(corpus.icons.slice(0, 8), { size: 32 });
      const [test, train] = [drawings, drawings];
      const embed = async (all: readonly unknown[]) => all.map(() => Float32Array.of(Math.random(), 1));
      const encoder: Encoder = { embedImages: embed, embedTexts: embed };`,
    notRun: { colourPairs: 'it warns of sets that are not installed' },
  },
  scenes: {
    entries: ['', '/files'],
    given: `import { type Encoder, evaluate } from '@slipform/bench';
      import * as made from '@slipform/scenes';
      import { writeFile } from 'node:fs/promises';
      const negatives = [{ caption: 'A red car next to a green bus.', negative: 'A green car next to a red bus.' }];
      const embed = async (all: readonly unknown[]) => all.map(() => Float32Array.of(Math.random(), 1));
      const encoder: Encoder = { embedImages: embed, embedTexts: embed };`,
    notRun: {},
  },
};
const inSource =
  /@example\n((?:(?!\*\/)[\s\S])*) \*\/\n(?:\/\/.*\n)*export (?:async )?(?:function|const)\*? (\w+)/g;

interface Example {
  readonly of: string;
  readonly code: string;
  readonly imports: string;
}

/** The examples of a package, by the files that they would be, and the functions that have none. */
async function examplesOf(name: string, { entries }: Package) {
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
  const examples = new Map<string, Example>();
  for (const source of sources) {
    for (const [, block = '', of = ''] of readFileSync(join(folder, source), 'utf8').matchAll(inSource)) {
      // An import of its own stands before the rest.
      const lines = block.replace(/^ \* ?/gm, '').split('\n');
      const code = lines.filter((line) => !line.startsWith('import ')).join('\n');
      const used = [...entryOf].filter(([key]) => key === of || new RegExp(`\\b${key}\\(`).test(code));
      const imports = [
        ...used.map(([key, entry]) => `import { ${key} } from '${entry}';`),
        ...lines.filter((line) => line.startsWith('import ')),
      ];
      examples.set(join(folder, `${of}.example.ts`), { of, code, imports: [...new Set(imports)].join('\n') });
    }
  }
  const lacking = [...entryOf.keys()].filter((key) => !examples.has(join(folder, `${key}.example.ts`)));
  return { examples, lacking };
}

it('each function has an example, which is right', async () => {
  const files = new Map<string, string>();
  const lacking: string[] = [];
  for (const [name, of] of Object.entries(packages)) {
    const found = await examplesOf(name, of);
    lacking.push(...found.lacking.map((key) => `${name}: ${key}`));
    for (const [file, { code, imports }] of found.examples) {
      files.set(file, `${of.given}\n${imports}\n{\n${code}}\nexport {};\n`);
    }
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

/** The code with each line `value; // literal` as a check. What is no literal, such as a sentence, is only a comment. */
function withChecks(code: string): string {
  return code.replace(
    /^(?!const |let |await )(.+); \/\/ (.+)$|^(await .+); \/\/ (.+)$/gm,
    (line, ...parts) => {
      const [value, literal] = parts[0] === undefined ? parts.slice(2) : parts;
      try {
        new Function(`return (${literal});`)();
      } catch {
        return line;
      }
      return `check(${value}, ${literal});`;
    },
  );
}

const running = Object.entries(packages).filter(([, { notRun }]) => notRun !== undefined);
it.each(running)('the examples of %s run, and give what they say', async (name, of) => {
  const { examples } = await examplesOf(name, of);
  const run = [...examples.values()].filter((example) => !(example.of in of.notRun!));
  const folder = mkdtempSync(join(tmpdir(), 'slipform-examples-'));
  const program = [
    `import { isDeepStrictEqual, inspect } from 'node:util';`,
    of.given,
    // An import of another example may be the same.
    ...new Set(run.flatMap(({ imports }) => imports.split('\n'))),
    `const faults: string[] = [];
    let running = '';
    function check(value: unknown, literal: unknown) {
      if (!isDeepStrictEqual(value, literal)) faults.push(running + ': ' + inspect(value) + ', said ' + inspect(literal));
    }`,
    ...run.map(
      ({ of, code }) =>
        `running = '${of}'; try {\n${withChecks(code)}} catch (error) { faults.push(running + ': ' + error); }`,
    ),
    `process.stderr.write(faults.join('\\n')); process.exit(0);`,
  ].join('\n');
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [picture, as] of [
      ['photo', 'cat'],
      ['turned', 'dog'],
    ])
      copyFileSync(join(root, `packages/clip/fixtures/pictures/${picture}.jpg`), join(folder, `${as}.jpg`));
    writeFileSync(join(folder, 'pairs.csv'), 'image,caption\ncat.jpg,a red square\ndog.jpg,a blue circle\n');
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', outputText], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

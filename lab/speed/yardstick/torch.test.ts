import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSafetensors } from '../../../packages/clip/src/weights/safetensors';
import { childContender } from './child-contender';
import { distance } from './statistics';
import { defaultPythons, findTorch, nameBlas } from './torch';

// As three PyTorchs on Debian 13 said of themselves.
const debian =
  'PyTorch built with:\n  - Intel(R) MKL-DNN v3.7.2 (Git Hash N/A)\n  - BLAS_INFO=generic, USE_MKL=OFF';
const pypi =
  'PyTorch built with:\n  - Intel(R) oneAPI Math Kernel Library Version 2024.2-Product Build 20240605\n  - BLAS_INFO=mkl';
const lib = '/usr/lib/x86_64-linux-gnu';
const openBlas = [
  `${lib}/libdnnl.so.3.7`,
  `${lib}/openblas-openmp/libblas.so.3`,
  `${lib}/openblas-openmp/libopenblasp-r0.3.29.so`,
];

describe('nameBlas', () => {
  it('names the OpenBLAS of Debian by its file', () => {
    const blas = nameBlas({ settings: debian, libraries: openBlas, pools: [], productRate: 190 });
    expect(blas).toEqual({ name: 'OpenBLAS 0.3.29', productRate: 190 });
  });

  it('names the MKL of PyPI, and not the OpenBLAS that NumPy brings', () => {
    const libraries = ['/venv/lib/python3.11/site-packages/numpy.libs/libscipy_openblas64_-32a4b2a6.so'];
    const pools = [{ internal_api: 'openblas', version: '0.3.31' }];
    const blas = nameBlas({ settings: pypi, libraries, pools, productRate: 215 });
    expect(blas).toEqual({ name: 'MKL 2024.2', productRate: 215 });
  });

  it('refuses the reference BLAS, even where OpenBLAS is loaded for LAPACK', () => {
    const libraries = [`${lib}/openblas-openmp/libopenblasp-r0.3.29.so`, `${lib}/blas/libblas.so.3.12.1`];
    const blas = nameBlas({ settings: debian, libraries, pools: [], productRate: 6.7 });
    expect(blas.name).toBe('reference BLAS');
    expect(blas.refusal).toBe(
      `multiplies with the reference BLAS ${lib}/blas/libblas.so.3.12.1 (6.7 GFLOP/s on one thread)`,
    );
  });

  it('refuses a reference BLAS by its file on a machine where it is fast', () => {
    const libraries = ['/usr/lib64/libblas.so.3.12.0'];
    expect(nameBlas({ settings: debian, libraries, pools: [], productRate: 40 }).refusal).toMatch(
      /reference/,
    );
  });

  it('refuses what is as slow by its rate, whatever its name', () => {
    const blas = nameBlas({ settings: debian, libraries: openBlas, pools: [], productRate: 4.5 });
    expect(blas.refusal).toMatch(/at 4\.5 GFLOP\/s .* as slow as a reference BLAS, with OpenBLAS 0\.3\.29$/);
    const unknown = nameBlas({
      settings: 'BLAS_INFO=generic',
      libraries: [],
      pools: [],
      productRate: Number.NaN,
    });
    expect(unknown.refusal).toMatch(/BLAS "generic"/);
  });

  it.each([
    ['/usr/lib/x86_64-linux-gnu/blis-openmp/libblas.so.4', 'BLIS'],
    ['/usr/lib/x86_64-linux-gnu/atlas/libblas.so.3', 'ATLAS'],
    ['/opt/conda/lib/libmkl_rt.so.2', 'MKL'],
  ])('takes %s for %s', (file, name) => {
    const blas = nameBlas({ settings: debian, libraries: [file], pools: [], productRate: 90 });
    expect(blas).toEqual({ name, productRate: 90 });
  });

  it('takes the version from threadpoolctl where the file has none', () => {
    const pools = [{ internal_api: 'openblas', version: '0.3.30' }];
    const libraries = ['/opt/lib/libopenblas.so.0'];
    expect(nameBlas({ settings: debian, libraries, pools, productRate: 90 }).name).toBe('OpenBLAS 0.3.30');
  });

  it('names Accelerate, which is no file', () => {
    const settings = 'BLAS_INFO=accelerate';
    expect(nameBlas({ settings, libraries: [], pools: [], productRate: 900 }).name).toBe('Accelerate');
  });
});

const run = promisify(execFile);
const shared = process.env.SLIPFORM_SHARED ?? join(import.meta.dirname, '../../../../shared');
const theirs = join(shared, 'yardstick', 'yardstick.py');
const ours = join(import.meta.dirname, '../yardstick.py');

interface Meta {
  readonly config: {
    readonly width: number;
    readonly layers: number;
    readonly heads: number;
    readonly vocab: number;
  };
  readonly params: readonly { name: string; shape: number[]; offset: number; count: number }[];
  readonly images: readonly [number, number, number];
  readonly texts: readonly [number, number, number];
}

const pythons = await defaultPythons();
const torchs = existsSync(theirs) ? await Promise.all(pythons.map(findTorch)) : [];
const python = torchs.find((torch) => torch !== undefined)?.python;

// The same parameters and batches through a script of another author: twelve equal losses.
describe.runIf(python !== undefined)('yardstick.py', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  it('gives the losses of the shared script', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yardstick-'));
    folders.push(folder);
    await run(python!, [theirs, 'dump', folder]);
    const { stdout } = await run(python!, [theirs, 'run', folder, '1', '8', '12']);
    await translate(folder);
    const contender = await childContender(python!, [ours, 'train', folder, '1', '8'], process.env);
    const { check } = await contender.take(12);
    await contender.stop();
    expect(distance(check, JSON.parse(stdout).losses)).toBeLessThan(2e-5);
  });
});

/** Writes what a folder of the shared script holds once more, as ours reads it. */
async function translate(folder: string): Promise<void> {
  const meta: Meta = JSON.parse(await readFile(join(folder, 'meta.json'), 'utf8'));
  const { width, layers, heads, vocab } = meta.config;
  const raw = new Float32Array((await readFile(join(folder, 'params.f32'))).buffer);
  const tensors = meta.params.flatMap(({ name, shape, offset, count }) => {
    const values = raw.slice(offset, offset + count);
    return translated(name, shape, values, width);
  });
  const file = tensors.map((tensor) => ({ ...tensor, values: async () => tensor.values }));
  const parts = [];
  for await (const part of writeSafetensors(file, 'float32')) parts.push(Buffer.from(part));
  await writeFile(join(folder, 'model.safetensors'), Buffer.concat(parts));
  const tower = {
    ...{ hidden_size: width, num_hidden_layers: layers, num_attention_heads: heads },
    ...{ hidden_act: 'gelu_pytorch_tanh', layer_norm_eps: 1e-5, patch_size: 8, eos_token_id: 2 },
  };
  expect(vocab).toBe(1024);
  await writeFile(join(folder, 'config.json'), JSON.stringify({ vision_config: tower, text_config: tower }));
  const [batches, rows, size] = meta.images;
  const shape = { batches, rows, size, length: meta.texts[2] };
  await writeFile(join(folder, 'batches.json'), JSON.stringify(shape));
  await writeFile(join(folder, 'tokens.i32'), await readFile(join(folder, 'texts.i32')));
}

interface Named {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A parameter by Hugging Face's name, x·W as x·Wᵀ, queries, keys and values apart. */
function translated(name: string, shape: readonly number[], values: Float32Array, width: number): Named[] {
  const tower = name.startsWith('v.') ? 'vision_model' : 'text_model';
  const layer = name.replace(/^[vt]\.(\d+)\..*/, `${tower}.encoder.layers.$1`);
  const tail = name.endsWith('.b') ? 'bias' : 'weight';
  const [rows, columns] = shape.length === 2 ? (shape as [number, number]) : [1, shape[0] ?? 1];
  const transposed = (from: number, count: number) =>
    Float32Array.from({ length: rows * count }, (_, at) => {
      return values[(at % rows) * columns + from + Math.floor(at / rows)]!;
    });
  if (name.includes('.qkv.')) {
    return ['q', 'k', 'v'].map((letter, i) => ({
      name: `${layer}.self_attn.${letter}_proj.${tail}`,
      shape: tail === 'weight' ? [width, width] : [width],
      values: transposed(i * width, width),
    }));
  }
  const whole = { shape, values };
  const turned = { shape: [columns, rows], values: transposed(0, columns) };
  const patch = 8;
  switch (name) {
    case 'logit_scale':
      return [{ name, ...whole }];
    case 'v.cls':
      // A matrix of one row, on which decay falls.
      return [{ name: 'vision_model.embeddings.class_embedding', ...whole }];
    case 'v.pos':
    case 't.pos':
      return [{ name: `${tower}.embeddings.position_embedding.weight`, ...whole }];
    case 't.tok':
      return [{ name: 'text_model.embeddings.token_embedding.weight', ...whole }];
    case 'v.patch.w':
      return [
        {
          name: 'vision_model.embeddings.patch_embedding.weight',
          shape: [width, 3, patch, patch],
          // [y, x, channel, out] to [out, channel, y, x].
          values: Float32Array.from({ length: values.length }, (_, at) => {
            const place = at % (patch * patch);
            const channel = Math.floor(at / (patch * patch)) % 3;
            const out = Math.floor(at / (patch * patch * 3));
            return values[(place * 3 + channel) * width + out]!;
          }),
        },
      ];
    case 'v.head.w':
      return [{ name: 'visual_projection.weight', ...turned }];
    case 't.head.w':
      return [{ name: 'text_projection.weight', ...turned }];
    case 'v.ln.g':
    case 'v.ln.b':
      return [{ name: `vision_model.post_layernorm.${tail}`, ...whole }];
    case 't.ln.g':
    case 't.ln.b':
      return [{ name: `text_model.final_layer_norm.${tail}`, ...whole }];
  }
  const parts: Readonly<Record<string, string>> = {
    ...{ ln1: 'layer_norm1', ln2: 'layer_norm2' },
    ...{ out: 'self_attn.out_proj', fc: 'mlp.fc1', proj: 'mlp.fc2' },
  };
  const part = parts[name.split('.')[2]!]!;
  return [{ name: `${layer}.${part}.${tail}`, ...(name.endsWith('.w') ? turned : whole) }];
}

import { describe, expect, it } from 'vitest';
import { nameBlas } from './blas';

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

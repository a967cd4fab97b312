import { expect, it } from 'vitest';
import { nameBlas } from './torch';

// As PyTorchs said of themselves, on Debian 13 and from PyPI.
const debian = 'PyTorch built with:\n  - BLAS_INFO=generic, USE_MKL=OFF';
const pypi =
  'PyTorch built with:\n  - Intel(R) oneAPI Math Kernel Library Version 2024.2-Product Build 20240605';
const openBlas = ['/usr/lib/x86_64-linux-gnu/openblas-openmp/libopenblasp-r0.3.29.so'];
const numpys = ['/venv/lib/python3.11/site-packages/numpy.libs/libscipy_openblas64_-32a4b2a6.so'];
const pools = [{ internal_api: 'openblas', version: '0.3.30' }];

it.each([
  ['the OpenBLAS of Debian by its file', debian, openBlas, [], 'OpenBLAS 0.3.29'],
  ['the MKL of PyPI, and not the OpenBLAS that NumPy brings', pypi, numpys, pools, 'MKL 2024.2'],
  ['a version by threadpoolctl', debian, ['/opt/lib/libopenblas.so.0'], pools, 'OpenBLAS 0.3.30'],
  ['no file of another name', debian, numpys, pools, 'BLAS "generic"'],
])('names %s', (_, settings, libraries, pools, name) => {
  expect(nameBlas({ settings, libraries, pools, productRate: 190 })).toEqual({ name, productRate: 190 });
});

it.each([4.5, Number.NaN])('refuses %s GFLOP/s, whatever its name', (productRate) => {
  const { refusal } = nameBlas({ settings: debian, libraries: openBlas, pools: [], productRate });
  expect(refusal).toMatch(/as slow as a reference BLAS, with OpenBLAS 0\.3\.29$/);
});

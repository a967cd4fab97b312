import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backendNames, backends, backendsOf, testedBackends, whereValuesLie } from './backends';

const folder = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

describe.each(backendNames)('%s', (name) => {
  const row = backends[name];

  it('is installed for the tests that run on it, or else an optional peer', () => {
    // A step of CI installs tfjs-node into a folder of its own.
    const installed = row.testedIn.length > 0 && !name.startsWith('node');
    if (installed) expect(manifest.devDependencies).toHaveProperty([row.package]);
    else expect(manifest.peerDependenciesMeta).toHaveProperty([row.package, 'optional'], true);
  });

  it('is tested only where it runs', () => {
    const places = row.testedIn.map((place) => (place === 'step' ? 'node' : place));
    expect(row.runsIn).toEqual(expect.arrayContaining(places));
  });

  it('is in the README', () => {
    expect(readme).toContain(`\`${name}\``);
  });
});

it('lists the backends of a place', () => {
  expect(backendsOf('node')).toEqual(['cpu', 'wasm', 'webgpu', 'node', 'node-gpu']);
  expect(backendsOf('page')).toEqual(['cpu', 'wasm', 'webgl', 'webgpu']);
  expect(testedBackends('node')).toEqual(['cpu', 'wasm']);
  expect(testedBackends('page')).toEqual(['wasm', 'webgl']);
  expect(testedBackends('step')).toEqual(['webgpu', 'node', 'node-gpu']);
});

it('says where values lie by the name that tfjs gives, and takes an unknown one for a device', () => {
  expect(['cpu', 'wasm', 'tensorflow', 'webgl', 'mine'].map(whereValuesLie)).toEqual([
    'process',
    'process',
    'library',
    'device',
    'device',
  ]);
});

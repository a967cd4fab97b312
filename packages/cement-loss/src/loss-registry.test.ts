import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as exported from './index';
import { lossRegistry } from './testing/loss-registry';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const rows = [
  [1, 2],
  [3, 4],
  [5, 7],
];
const batch = { images: rows, captions: rows, hardCaptions: rows, hardImages: rows, concreteness: [1, 3, 5] };

beforeAll(async () => {
  await setBackend('cpu');
});

it('holds every loss that there is', () => {
  const losses = Object.keys(exported).filter((name) => name.endsWith('Loss') && name !== 'asLayersLoss');
  expect(Object.keys(lossRegistry).toSorted()).toEqual(losses.toSorted());
});

describe.each(Object.entries(lossRegistry))('%s', (name, { loss, options }) => {
  it('has these options, and no others', () => {
    const misspelt = () => (loss as (...values: unknown[]) => unknown)(batch, { optoin: 1 });
    const all = ['logitScale (1/τ)', 'normalize', 'chunkSize', ...options].join(', ');
    expect(misspelt).toThrow(`${name}: there is no option "optoin"; there are ${all}.`);
  });

  it('stands in the README', () => {
    const section = name === 'cementLoss' ? '## API' : '### The baselines';
    const start = readme.indexOf(`\n${section}\n`);
    expect(start).toBeGreaterThan(0);
    const table = readme.slice(start, readme.indexOf('\n#', start + section.length));
    expect(table).toContain(`| \`${name}`);
  });

  it('has a gradient budget', () => {
    const numbers = tidy(() => {
      const { imageToText, textToImage } = exported.gradientBudget(batch, { loss });
      return [imageToText, textToImage].flatMap(({ pull, easy }) => [...pull.dataSync(), ...easy.dataSync()]);
    });
    expect(numbers.length).toBeGreaterThanOrEqual(12);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(Math.max(...numbers)).toBeGreaterThan(0);
  });
});

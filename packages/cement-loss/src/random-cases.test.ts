import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distance } from './testing/golden';
import { casesFile, type RandomCase, randomCases } from './testing/random-cases';

const file = new URL('../../../integrations/python/tests/fixtures/random-cases.json', import.meta.url);
const committed: { cement: RandomCase[]; baselines: { name: string; expected: number }[] } = JSON.parse(
  readFileSync(file, 'utf8'),
);

describe('the random cases that the Python package is held to', () => {
  it('are those that the script writes, within the last digits', () => {
    const made: { cement: RandomCase[] } = JSON.parse(casesFile(0, committed.cement.length));
    expect(made.cement.map(({ name }) => name)).toEqual(committed.cement.map(({ name }) => name));
    for (const [index, { loss, gradients, budget, ...inputs }] of committed.cement.entries()) {
      const { loss: sameLoss, gradients: sameGradients, budget: _, ...sameInputs } = made.cement[index]!;
      expect(inputs).toEqual(sameInputs);
      expect(distance([sameLoss], [loss])).toBeLessThan(1e-10);
      expect(Math.abs(Number(gradients.logScale) - Number(sameGradients.logScale))).toBeLessThan(1e-8);
      expect(Object.keys(budget)).toEqual(['imageToText', 'textToImage']);
    }
  });

  it('have every baseline, with hard captions and without', () => {
    const { baselines } = JSON.parse(casesFile(0, committed.cement.length));
    expect(committed.baselines.map(({ name }) => name)).toEqual(
      baselines.map(({ name }: RandomCase) => name),
    );
    expect(new Set(committed.baselines.map(({ name }) => name.replace(/^.*: |, K \d$/g, ''))).size).toBe(6);
    for (const [index, { expected }] of committed.baselines.entries())
      expect(distance([baselines[index].expected], [expected])).toBeLessThan(1e-10);
  });

  it('have every layout, margin and unit, several hard captions, holes and groups', () => {
    const all = committed.cement;
    expect(new Set(all.map(({ layout }) => layout)).size).toBe(3);
    expect(new Set(all.map(({ margin }) => margin.kind)).size).toBe(4);
    expect(new Set(all.map(({ margin }) => margin.unit)).size).toBe(3);
    expect(new Set(all.map(({ margin }) => margin.scale)).size).toBe(3);
    expect(all.some(({ hardCaptions }) => (hardCaptions[0]?.length ?? 0) > 2)).toBe(true);
    expect(all.some(({ valid }) => valid?.flat().includes(0))).toBe(true);
    expect(all.some(({ groups }) => groups && new Set(groups).size < groups.length)).toBe(true);
  });

  it('are others with another seed', () => {
    expect(randomCases(1, 3)).not.toEqual(randomCases(2, 3));
    expect(randomCases(1, 3)).toEqual(randomCases(1, 3));
  });
});

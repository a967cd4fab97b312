import { expect, it } from 'vitest';
import { createForecast } from './forecast';

/** What is said of a run whose steps take so long, in seconds; by each step's number. */
function said(steps: number, seconds: number, first = 1): (string | undefined)[] {
  let calls = 0;
  const forecast = createForecast(steps, { now: () => 1000 * seconds * calls++, peak: () => 1.94e9 });
  return Array.from({ length: Math.min(4, steps - first + 1) }, (_, i) => forecast(first + i));
}

it.each([
  [5002, 2.4, '3 h 20 min for the 5,000 steps left'],
  [12, 3, '30 s for the 10 steps left'],
  [12, 4.5, '45 s for the 10 steps left'],
  [3, 59.6, '1 min for the last step'],
  [102, 7.2, '12 min for the 100 steps left'],
  [102, 72, '2 h for the 100 steps left'],
  [1002, 187.2, '2 d 4 h for the 1,000 steps left'],
])('says once, after the second step, what a run of %i steps of %d s takes', (steps, seconds, expected) => {
  const sentence = `about ${expected}, and 1.9 GB of memory, measured on one step.`;
  expect(said(steps, seconds).filter(Boolean)).toEqual([sentence]);
  expect(said(steps, seconds)[1]).toBe(sentence);
});

it('counts what is left of a resumed run, and says nothing where it is little', () => {
  expect(said(110, 6, 100)[1]).toContain('54 s for the 9 steps left');
  expect(said(2, 60)).toEqual([undefined, undefined]);
  expect(said(1, 60)).toEqual([undefined]);
  expect(said(12, 2.9)).toEqual([undefined, undefined, undefined, undefined]);
});

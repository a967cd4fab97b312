import { expect, test } from 'vitest';
import { type CurvePoint, choosePoint, startOf } from './choose-point';

const estimate = (value: number) => ({ value, interval: [value - 0.05, value + 0.05] as const });
const point = (alpha: number | undefined, composition: number, retrieval: number): CurvePoint => ({
  model: alpha === undefined ? 'checkpoint' : `alpha ${alpha}`,
  ...(alpha === undefined ? {} : { alpha }),
  // On test data the last model would win: it must not choose.
  test: { composition: estimate(alpha ?? 0), retrieval: estimate(1) },
  validation: { composition: estimate(composition), retrieval: estimate(retrieval) },
});

const curve = [point(0, 0.6, 0.5), point(0.25, 0.65, 0.51), point(0.5, 0.7, 0.49), point(1, 0.75, 0.4)];

test('the model that gains most composition within the loss of retrieval is chosen, by validation data alone', () => {
  expect(choosePoint(curve, 1)).toEqual({
    at: 2,
    because:
      'alpha 0.5 gains most composition within a loss of 1 point of retrieval on validation data: composition +10.0, retrieval −1.0 points.',
  });
  expect(choosePoint(curve, 0).at).toBe(1);
  expect(choosePoint(curve, 0).because).toContain('composition +5.0, retrieval +1.0 points');
  expect(choosePoint(curve, 10).at).toBe(3);
});

test('where none is within the loss, none gains, or there is no validation data, none is chosen', () => {
  const steep = [curve[0]!, point(0.5, 0.7, 0.47), point(1, 0.75, 0.4)];
  expect(choosePoint(steep, 2)).toEqual({
    because:
      'Nothing is chosen: no model gains composition within a loss of 2 points of retrieval on validation data; the one that loses least is alpha 0.5, 3.0 points.',
  });
  expect(choosePoint([curve[0]!, point(1, 0.6, 0.6)], 1)).toEqual({
    because: 'Nothing is chosen: no model gains composition on alpha 0 on validation data.',
  });
  const unasked = curve.map(({ validation: _, ...rest }) => rest);
  expect(choosePoint(unasked, 1).at).toBeUndefined();
  expect(choosePoint(unasked, 1).because).toContain('test data must not choose');
});

test('the start is alpha 0, wherever it stands, and the first of checkpoints', () => {
  expect(startOf([{ alpha: -0.5 }, { alpha: 0 }, { alpha: 1 }])).toBe(1);
  expect(startOf([{}, {}])).toBe(0);
  expect(choosePoint([point(-0.5, 0.8, 0.1), ...curve], 1).at).toBe(3);
});

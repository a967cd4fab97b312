import { relativeError } from '@slipform/kit/testing/relative-error';
import { memory, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { describeAboveOps } from '../testing/backends';
import { tinyConfig } from '../testing/tiny';
import { createClip } from './create-clip';
import { readLengths } from './text-tower';
import { encodeTextsByLength, lengthGroups } from './texts-by-length';

/** Many short texts and a few long ones; behind the end token lies what has no influence. */
const rows = Array.from({ length: 120 }, (_, row) =>
  row % 40 === 7 ? [18, 3, 5 + (row % 9), 2, 6, 19] : [18, 2 + (row % 14), 19, row % 17, 19, 1],
);

describeAboveOps('encodeTextsByLength', () => {
  it.each([undefined, 2])('gives what encodeTexts gives, the end token %s', async (endToken) => {
    const text = { ...tinyConfig.text, ...(endToken === undefined ? {} : { endToken }) };
    const model = createClip({ ...tinyConfig, text }, { seed: 2 });
    const tokens = tensor2d(rows, undefined, 'int32');
    const lengths = readLengths(rows.flat(), 6, model.config.text.endToken);
    expect(lengths.slice(6, 9)).toEqual([3, 6, 3]);
    expect(lengthGroups(lengths).length).toBe(2);
    const before = memory().numTensors;
    const [found, expected] = [encodeTextsByLength(model, tokens), model.encodeTexts(tokens)];
    expect(relativeError(await found.data(), await expected.data())).toBeLessThan(1e-5);
    expect(found.shape).toEqual(expected.shape);
    found.dispose();
    expected.dispose();
    expect(memory().numTensors).toBe(before);
    tokens.dispose();
    model.dispose();
  });

  it('refuses what encodeTexts refuses', () => {
    const model = createClip(tinyConfig);
    const wrong = tidy(() => tensor2d([[18, 20]], undefined, 'int32'));
    expect(() => encodeTextsByLength(model, wrong)).toThrow(/must lie in \[0, 19\], got 20 at row 0/);
    wrong.dispose();
    model.dispose();
    const [first] = [tensor2d([[18, 2, 19]], undefined, 'int32')];
    expect(() => encodeTextsByLength(model, first!)).toThrow(/has been disposed/);
    first!.dispose();
  });
});

import { InputError } from '@slipform/kit/errors/input-error';
import { wrongCalls } from '@slipform/kit/testing/wrong-calls';
import { describe, expect, test } from 'vitest';
import * as library from './index';

const benchmark = library.scenes({ count: 2 });
const [scene] = benchmark.scenes;
const everything = {
  ...{ style: 'noto', detail: 'simple', split: 'test', splitBy: 'objects', count: 2, seed: 0, format: 'raw' },
  ...{ objects: ['dog', 'cat', 'cow', 'pig'], splitSeed: 0 },
};

/** Right arguments of what users call; each of them, and each field of options, is then of a wrong type. */
const CALLS: readonly (readonly [call: (...values: never[]) => unknown, right: readonly unknown[]])[] = [
  [library.scenes, [everything]],
  [library.drawScene, [scene, { style: 'noto', scale: 1 }]],
  [library.scenePng, [scene, { style: 'noto', scale: 1 }]],
  [library.captionOf, [scene]],
  [library.parseCaption, ['red dog above blue cat']],
  [library.isTrueOf, [scene, 'red dog above blue cat']],
  [library.createRandom, [0]],
];

describe('what users call answers wrong types with one sentence of ours', () => {
  test.each(CALLS.map(([call, right]) => [call.name, call, right] as const))('%s', (_, call, right) => {
    const faults = new Set<string>();
    let refused = 0;
    for (const values of wrongCalls(right)) {
      try {
        call(...(values as never[]));
      } catch (error) {
        refused++;
        if (InputError.isInstance(error) && !/\p{Cc}/u.test(error.message) && error.message.endsWith('.'))
          continue;
        faults.add(String(error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error));
      }
    }
    expect(refused).toBeGreaterThan(5);
    expect([...faults].slice(0, 8)).toEqual([]);
  });
});

import { InputError } from '@slipform/kit/errors/input-error';
import { wrongCalls } from '@slipform/kit/testing/wrong-calls';
import { describe, expect, test } from 'vitest';
import { iconNamed } from './corpus/pairs/icon-named';
import * as library from './index';

const icons = [iconNamed('bell off', { tags: ['mute'] }), iconNamed('bell on')];
const json = {
  prefix: 'try',
  icons: { bell: { body: '' }, cup: { body: '', width: 3 } },
  aliases: { pot: { parent: 'cup', rotate: 1 } },
  suffixes: { '': '' },
  info: { name: 'x', author: { name: 'y' } },
};
const set = library.readIconSet(json);

/** Right arguments of what users call; each of them, and each field of options, is then of a wrong type. */
const CALLS: readonly (readonly [call: (...values: never[]) => unknown, right: readonly unknown[]])[] = [
  [library.readIconSet, [json, { tags: new Map(), version: '1', onSkip: () => {} }]],
  [library.minimalPairs, [icons, { seed: 1, perWordPair: 1, perWord: 1, max: 1 }]],
  [library.mainDrawings, [icons]],
  [library.unseenCombinations, [icons, icons]],
  [library.captionsOf, [icons[0], { seed: 1, tagged: 1, mostTags: 1 }]],
  [library.splitOf, [icons[0]]],
  [library.familyOf, ['lucide', 'someone']],
  [library.readSvgFile, ['<svg width="1" height="1"/>']],
  [library.whyNotUsed, [set]],
  [library.noticeOf, [[set]]],
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

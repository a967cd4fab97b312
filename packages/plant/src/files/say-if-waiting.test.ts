import { expect, test, vi } from 'vitest';
import { sayIfWaiting } from './say-if-waiting';

test('says what is waited for after a while, and nothing if it came', () => {
  vi.useFakeTimers();
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  sayIfWaiting('a reader of pipe').stop();
  sayIfWaiting(undefined);
  vi.runAllTimers();
  expect(said).not.toHaveBeenCalled();
  sayIfWaiting('a reader of pipe');
  vi.runAllTimers();
  expect(said.mock.calls).toEqual([['slipform-plant: waiting for a reader of pipe …\n']]);
  vi.useRealTimers();
});

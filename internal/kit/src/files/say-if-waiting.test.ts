import { expect, test, vi } from 'vitest';
import { sayIfWaiting } from './say-if-waiting';

test('says what is waited for after a while, and nothing if it came', () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.useFakeTimers();
  sayIfWaiting('a reader of pipe').stop();
  sayIfWaiting(undefined);
  vi.runAllTimers();
  expect(said).toEqual([]);
  sayIfWaiting('a reader of pipe');
  vi.runAllTimers();
  expect(said).toEqual(['slipform: waiting for a reader of pipe …\n']);
  vi.useRealTimers();
});

import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { createSkipLog } from './skips';

it('counts each place and reason once, and is printed as what it holds', () => {
  const calls: string[] = [];
  const log = createSkipLog(({ place }) => calls.push(place));
  log.add('a.csv line 2', 'names no image');
  log.add('a.csv line 2', 'names no image');
  log.add('a.csv line 3', 'names no image');
  log.add('a.png', 'could not be read: cut off');
  log.add('a.png', 'could not be read: in other words');
  expect(calls).toEqual(['a.csv line 2', 'a.csv line 3', 'a.png']);
  const held = {
    count: 3,
    byReason: { 'names no image': 2, 'could not be read: cut off': 1 },
    first: [
      { place: 'a.csv line 2', reason: 'names no image' },
      { place: 'a.csv line 3', reason: 'names no image' },
      { place: 'a.png', reason: 'could not be read: cut off' },
    ],
  };
  expect(JSON.parse(JSON.stringify(log))).toEqual(held);
  expect(inspect(log)).toMatch(/count: 3,\s+byReason: \{ 'names no image': 2,/);
  expect(inspect(log)).not.toMatch(/Getter|Function|seen/);
});

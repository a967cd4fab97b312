import { expect, it } from 'vitest';
import { changed, readAddress, writeAddress } from './use-address';

it('reads what it writes', () => {
  const params = new URLSearchParams({ q: 'a?b&c=d #é', set: 'lucide' });
  const read = readAddress(writeAddress('draw', params));
  expect(read?.room).toBe('draw');
  expect([...read!.params]).toEqual([...params]);
});

it.each([
  ['', ''],
  ['#', ''],
  ['#/', ''],
  ['#/words', 'words'],
  ['#/words/', 'words'],
  ['#/draw?q=bell', 'draw'],
  ['#/draw?', 'draw'],
])('reads %s as the room %j', (hash, room) => {
  expect(readAddress(hash)?.room).toBe(room);
});

it('leaves links within the page alone', () => {
  expect(readAddress('#main')).toBeUndefined();
});

it('takes away what is empty, and keeps the rest', () => {
  const next = changed(new URLSearchParams('q=bell&set=bi'), { q: 'lock', set: '', by: 'words' });
  expect(next.toString()).toBe('q=lock&by=words');
  expect(writeAddress('draw', new URLSearchParams())).toBe('#/draw');
});

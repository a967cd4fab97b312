import { expect, it } from 'vitest';
import { changed, readAddress, writeAddress } from './use-address';

it('reads what it writes', () => {
  const params = new URLSearchParams({ q: 'a?b&c=d #é', set: 'lucide' });
  const read = readAddress(writeAddress('search', params));
  expect(read?.room).toBe('search');
  expect([...read!.params]).toEqual([...params]);
});

it.each([
  ['', ''],
  ['#', ''],
  ['#/', ''],
  ['#/words', 'words'],
  ['#/words/', 'words'],
  ['#/search?q=bell', 'search'],
  ['#/search?', 'search'],
])('reads %s as the room %j', (hash, room) => {
  expect(readAddress(hash)?.room).toBe(room);
});

it('leaves links within the page alone', () => {
  expect(readAddress('#main')).toBeUndefined();
});

it('takes away what is empty, and keeps the rest', () => {
  const next = changed(new URLSearchParams('q=bell&set=bi'), { q: 'lock', set: '', by: 'words' });
  expect(next.toString()).toBe('q=lock&by=words');
  expect(writeAddress('search', new URLSearchParams())).toBe('#/search');
});

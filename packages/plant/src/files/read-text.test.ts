import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { readText, readWords } from './read-text';

const { file } = useTemporaryFolder();

test('gzip is known by its first bytes, under any name', async () => {
  expect(await readText(file('plain.txt', 'Käse\n'))).toBe('Käse\n');
  expect(await readText(file('packed.txt.gz', gzipSync('Käse\n')))).toBe('Käse\n');
  expect(await readText(file('packed.txt', gzipSync('Käse\n')))).toBe('Käse\n');
  expect(await readWords(file('words.gz', gzipSync('dog\n\ncat\n')))).toEqual(['dog', 'cat']);
});

test('gzip that is cut off, or holds more than fits, is named', async () => {
  const cut = file('cut.gz', gzipSync('A dog barks.\n'.repeat(999)).subarray(0, 40));
  await expect(readText(cut)).rejects.toThrow(/^cannot read .*cut\.gz: its gzip data end too early\.$/);
  const bomb = file('bomb.gz', gzipSync(Buffer.alloc(64 * 1024 * 1024 + 1, 'a')));
  await expect(readText(bomb)).rejects.toThrow(
    /^cannot read .*bomb\.gz: it must hold at most 64 MiB of text; name another file\.$/,
  );
});

test('a list of words that holds sentences is refused, a phrase is not', async () => {
  const phrases = file('phrases.txt', 'traffic light\nA dog on a street.\nstop sign\n');
  expect(await readWords(phrases)).toHaveLength(3);
  const captions = file('captions.txt', 'A dog on a street barks.\nA cat sits on a bed.\nbed\n');
  await expect(readWords(captions)).rejects.toThrow(
    /captions\.txt must hold a word a line, got "A dog on a street barks\." in one; /,
  );
});

test('UTF-16, a device and what cannot be opened are named', async () => {
  const utf16 = file('utf16.txt', Buffer.from('dog\ncat\n', 'utf16le'));
  await expect(readText(utf16)).rejects.toThrow(/utf16\.txt is UTF-16, not UTF-8; save it as UTF-8 first\.$/);
  await expect(readText('/dev/zero')).rejects.toThrow(/^\/dev\/zero holds zero bytes, so it is no text; /);
  await expect(readText(`/${'x'.repeat(300)}`)).rejects.toThrow(/: the name is too long\.$/);
});

import { gzipSync } from 'node:zlib';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { readText, readWords } from './setup';

const { file } = useFolder();

test('gzip is known by its first bytes, under any name', async () => {
  expect(await readText(file('plain.txt', 'Käse\n'))).toBe('Käse\n');
  expect(await readText(file('packed.txt.gz', gzipSync('Käse\n')))).toBe('Käse\n');
  expect(await readText(file('packed.txt', gzipSync('Käse\n')))).toBe('Käse\n');
  expect(await readWords(file('words.gz', gzipSync('dog\n\ncat\n')))).toEqual(['dog', 'cat']);
});

test('gzip that is cut off, or holds more than fits, is named', async () => {
  const cut = file('cut.gz', gzipSync('A dog barks.\n'.repeat(999)).subarray(0, 40));
  await expect(readText(cut)).rejects.toThrow(/^cannot read .*cut\.gz: its gzip data end too early\.$/);
  const bomb = file('bomb.gz', gzipSync(Buffer.alloc(32 * 1024 * 1024 + 1)));
  await expect(readText(bomb)).rejects.toThrow(
    /^cannot read .*bomb\.gz: it must hold at most 32 MiB of text; name another file\.$/,
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
  await expect(readText('/dev/zero')).rejects.toThrow(
    /^cannot read \/dev\/zero: it must be a file, got a device; /,
  );
  await expect(readText(`/${'x'.repeat(300)}`)).rejects.toThrow(/: the name is too long\.$/);
});

test('a list is its distinct words, at most a million, whatever ends its lines', async () => {
  expect(await readWords(file('cr.txt', 'dog\rcat\r\ndog\n'))).toEqual(['dog', 'cat']);
  const repeated = file('repeated.txt', 'dog\n'.repeat(1_000_001));
  expect(await readWords(repeated)).toEqual(['dog']);
  const long = file('long.txt', Array.from({ length: 1_000_001 }, (_, i) => i.toString(36)).join('\n'));
  await expect(readWords(long)).rejects.toThrow(/long\.txt must hold at most 1000000 words, got more; name/);
});

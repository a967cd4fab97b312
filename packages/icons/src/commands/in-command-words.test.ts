import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { expect, test } from 'vitest';
import { inCommandWords } from './in-command-words';

const said = (error: Error) => inCommandWords(() => Promise.reject(error)).catch((caught: Error) => caught);

test.each([
  ['openCorpus: root must be a folder, got x.', '--root must be a folder, got x.'],
  [
    'openCorpus: the set x can’t be used: it has no licence; leave it out, or read it with readIconSet.',
    'the set x can’t be used: it has no licence; leave it out of --sets.',
  ],
  [
    'exportIcons: no icon of the corpus can be written; open a corpus with more sets.',
    'no icon of the corpus can be written; install more sets, or name more in --sets.',
  ],
  ['noticeOf: the set x must have a title.', 'the set x must have a title.'],
])('%s', async (message, sentence) => {
  const error = await said(new InputError(message));
  expect([error.message, InputError.isInstance(error)]).toEqual([sentence, true]);
});

test('other errors stay as they are', async () => {
  for (const error of [
    new UsageError('openCorpusses: no.'),
    new TypeError('openCorpus: root must be read'),
  ]) {
    expect(await said(error)).toBe(error);
  }
  expect(await inCommandWords(async () => 3)).toBe(3);
});

import { expect, test } from 'vitest';
import { unreadable, unwritable } from './file-error';

const missing = Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' });

test.each([
  ['read', unreadable],
  ['write', unwritable],
])(
  'a name that a terminal would act on, or that has no end, is written out and cut: cannot %s',
  (verb, sentenceOf) => {
    expect(String(sentenceOf('a\u001b[2J\nb', missing))).toMatch(`cannot ${verb} a\\u001b[2J\\u000ab: `);
    expect(String(sentenceOf('x'.repeat(5000), missing)).length).toBeLessThan(700);
  },
);

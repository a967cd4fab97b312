import { expect, test } from 'vitest';
import { usageMessages } from './usage-messages';

test.each([
  [
    "error: required option '-o, --output <file>' not specified\n",
    'x: the output (-o FILE) must be named; see --help.\n',
  ],
  ["error: unknown option '--a\u001b'\n", "x: unknown option '--a\\u001b'\n"],
])('%j', (text, said) => {
  const written: string[] = [];
  usageMessages('x').outputError(text, (one) => void written.push(one));
  expect(written).toEqual([said]);
});

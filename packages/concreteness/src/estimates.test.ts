import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openEstimates } from './estimates';

const file = readFileSync(new URL('../table/estimates.js', import.meta.url));

test('the committed table is the one that `npm run fit` wrote', () => {
  // After a new fit: sha256sum table/estimates.js, and the README's table from the command's output.
  expect(createHash('sha256').update(file).digest('hex')).toBe(
    'b30043472af115513437c35b44715c91a897eef7a58e0bbe65e65f5caec464f1',
  );
});

test('the table is within its budget', () => {
  expect(gzipSync(file).length).toBeLessThanOrEqual(600_000);
});

test('every entry has a rating in [1, 5] and is found', () => {
  const estimates = openEstimates();
  let entries = 0;
  for (const word of estimates.words()) {
    const rating = estimates.get(word);
    if (rating === undefined || !(rating >= 1 && rating <= 5)) throw new Error(`"${word}" has ${rating}`);
    entries += 1;
  }
  expect(entries).toBe(158_337);
});

import { expect, test } from 'vitest';
import { demoRecordText } from '../testing/sample-record';
import { surviveMutations } from '../testing/survive-mutations';

test('thousands of changed results.json are rendered and compared, or refused with one sentence', async () => {
  const { well, refused } = await surviveMutations(demoRecordText, 10_000, 14_000);
  expect(well).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(1000);
});

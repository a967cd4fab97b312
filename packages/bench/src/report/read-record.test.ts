import { expect, test } from 'vitest';
import { demoRecordText } from '../testing/sample-record';
import { surviveMutations } from '../testing/survive-mutations';

test('a changed results.json is rendered and compared, or refused with one sentence', async () => {
  const { well, refused } = await surviveMutations(demoRecordText, 0, 150);
  expect(well).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(50);
});

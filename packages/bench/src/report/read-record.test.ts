import { expect, test } from 'vitest';
import { demoRecordText, iconRecord } from '../testing/sample-record';
import { surviveMutations } from '../testing/survive-mutations';
import { recordShape } from './record-shape';

test('a changed results.json is rendered and compared, or refused with one sentence', async () => {
  const { well, refused } = await surviveMutations(demoRecordText, 0, 150);
  expect(well).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(50);
});

test('so is one of icons, and what it holds is read back', async () => {
  const { well, refused } = await surviveMutations(JSON.stringify(iconRecord), 0, 100);
  expect(well).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(30);
  expect(recordShape(JSON.parse(JSON.stringify(iconRecord)), '')).toEqual(
    JSON.parse(JSON.stringify(iconRecord)),
  );
});

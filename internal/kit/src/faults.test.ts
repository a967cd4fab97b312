import { expect, test } from 'vitest';
import { faultCommands } from './testing/fault-commands';
import { meetFaults } from './testing/meet-faults';

// The first call of each sort, of quick commands; faults.torture.test.ts lets any call of any command fail.
test.each(['fit', 'train'])('%s survives a fault at the first call of each sort', async (name) => {
  const command = faultCommands.find((one) => one.name === name)!;
  const { runs, injected, failed, problems } = await meetFaults(command, { most: 1, kinds: 1 });
  expect(problems).toEqual([]);
  expect(injected).toBeGreaterThanOrEqual(runs);
  expect(failed).toBeGreaterThan(0);
});

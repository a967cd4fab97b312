import { expect, test } from 'vitest';
import { faultCommands } from './testing/fault-commands';
import { meetFaults } from './testing/meet-faults';

// Each command, with each sort of call failing in turn: FAULTS_MOST is how many of a sort at most.
const most = Number(process.env.FAULTS_MOST ?? 12);

test.each(faultCommands.map((command) => [command.name, command] as const))('%s', async (name, command) => {
  const { runs, injected, failed, problems } = await meetFaults(command, { most });
  console.log(`${name}: ${runs} runs, ${injected} faults, ${failed} ended with an error`);
  expect(problems).toEqual([]);
  expect(injected).toBeGreaterThanOrEqual(runs);
  expect(failed).toBeGreaterThan(0);
});

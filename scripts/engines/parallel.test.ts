import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { mineOptions, taskCount } from './captions';
import { ordeal, stageFor } from './ordeal';
import { launch, launchers } from './processes';

const isThere = spawnSync('parallel', ['--version']).status === 0;

it('GNU parallel', async ({ skip, onTestFinished }) => {
  skip(!isThere, 'GNU parallel is not installed');
  const stage = stageFor('parallel');
  onTestFinished(() => stage.cleanUp());
  const run = (folder: string) =>
    launch(
      'bash',
      [
        join(launchers, 'parallel.sh'),
        join(stage.folder, 'in', '*.jsonl'),
        `${stage.out}/`,
        String(taskCount),
        ...mineOptions,
      ],
      { cwd: folder, env: stage.env },
    );
  await ordeal(
    {
      name: 'GNU parallel',
      start: () => run(stage.folder),
      requeue({ pid }) {
        process.kill(pid, 'SIGTERM');
        process.kill(pid, 'SIGCONT');
      },
      // All of it, from another folder, since the log of the first lies in its own.
      startAgain() {
        const elsewhere = join(stage.folder, 'elsewhere');
        mkdirSync(elsewhere);
        return run(elsewhere);
      },
    },
    stage,
  );
});

import { join } from 'node:path';
import { it } from 'vitest';
import { mineOptions, taskCount } from './captions';
import { ordeal, stageFor } from './ordeal';
import { ancestor, interpreter, launch, launchers, whyNoModule } from './processes';

it('Ray', async ({ skip, onTestFinished }) => {
  const missing = whyNoModule('ray');
  skip(missing !== undefined, missing);
  const stage = stageFor('ray');
  onTestFinished(() => stage.cleanUp());
  const env = { ...stage.env, RAY_USAGE_STATS_ENABLED: '0', RAY_DEDUP_LOGS: '0' };
  await ordeal(
    {
      name: 'Ray',
      // Ray gives its own node half a minute to start, and no task runs before: on a busy machine it is started again.
      async start() {
        for (let attempt = 1; ; attempt += 1) {
          const ended = await launch(
            interpreter,
            [join(launchers, 'ray_mine.py'), 'in/*.jsonl', 'out/', String(taskCount), ...mineOptions],
            { cwd: stage.folder, env },
          );
          if (attempt === 5 || !ended.said.includes('node timed out during startup')) return ended;
        }
      },
      // Its worker dies; the command, which Ray knows nothing of, lives on beside the next attempt.
      requeue({ pid }) {
        process.kill(ancestor(pid, /^ray::/), 'SIGKILL');
        process.kill(pid, 'SIGCONT');
      },
      startAgain: (task) =>
        launch(
          'slipform-plant',
          [
            'mine',
            'in/*.jsonl',
            '-o',
            'out/',
            '--task',
            String(task),
            '--of',
            String(taskCount),
            '--quiet',
            ...mineOptions,
          ],
          { cwd: stage.folder, env },
        ),
    },
    stage,
  );
});

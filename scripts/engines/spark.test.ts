import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mineOptions, taskCount } from './captions';
import { killed, ordeal, stageFor, twice } from './ordeal';
import { ancestor, launch, launchers, until, whyNoModule } from './processes';
import { startSpark } from './spark-on-loopback';
import type { Attempt } from './witness';

const hasJava = spawnSync('java', ['-version']).status === 0;

it('Spark', async ({ skip, onTestFinished }) => {
  skip(!hasJava, 'there is no java');
  const missing = whyNoModule('pyspark');
  skip(missing !== undefined, missing);
  const stage = stageFor('spark');
  onTestFinished(() => stage.cleanUp());
  const spark = await startSpark(stage.folder, stage.env);
  onTestFinished(spark.stop);
  let said = '';
  await ordeal(
    {
      name: 'Spark',
      async start() {
        const job = [join(launchers, 'spark.py'), 'in/*.jsonl', 'out/', String(taskCount), ...mineOptions];
        const end = await launch(spark.submit, [...spark.options, ...job], {
          cwd: stage.folder,
          env: spark.env,
        });
        said = end.said;
        return end;
      },
      // The executor dies, and all that it runs with it: not before the other two tasks are through.
      async requeue({ pid }) {
        await until(() => [killed, twice].every((task) => wentThroughTwice(stage.attempts(task))));
        process.kill(ancestor(pid, /CoarseGrainedExecutorBackend/), 'SIGKILL');
        process.kill(pid, 'SIGCONT');
      },
      // Spark starts the copy itself: the first is slow, being stopped.
      startAgain: () => undefined,
    },
    stage,
  );
  expect(said).toMatch(new RegExp(`Marking task ${twice} .* as speculatable`));
});

function wentThroughTwice(attempts: readonly Attempt[]): boolean {
  return attempts.length > 1 && attempts.every(({ code }) => code !== undefined);
}

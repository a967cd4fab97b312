import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mineOptions, taskCount } from './captions';
import { ordeal, stageFor } from './ordeal';
import { launch, launchers } from './processes';
import { startSlurm, whyNoSlurm } from './slurm-on-loopback';

it('Slurm', async ({ skip, onTestFinished }) => {
  const missing = whyNoSlurm();
  skip(missing !== undefined, missing);
  const stage = stageFor('slurm');
  onTestFinished(() => stage.cleanUp());
  const slurm = await startSlurm(join(stage.folder, 'slurm'));
  onTestFinished(slurm.stop);
  const env = { ...slurm.env, PATH: `${stage.env.PATH}:${slurm.env.PATH}`, OF: String(taskCount) };
  const inStage = { cwd: stage.folder, env };
  // `--wait` ends with the highest exit code of the tasks.
  const submit = (tasks: string) =>
    launch('sbatch', ['--wait', `--array=${tasks}`, join(launchers, 'mine.sbatch'), ...mineOptions], inStage);
  await ordeal(
    {
      name: 'Slurm',
      async start() {
        const array = await submit(`0-${taskCount - 1}`);
        if (array.code !== 0) return array;
        return launch(
          'sbatch',
          ['--wait', '--output=merge.log', '--wrap', "slipform-plant merge out/ --inputs 'in/*.jsonl'"],
          inStage,
        );
      },
      requeue({ task }) {
        const jobs = execFileSync('squeue', ['--noheader', '--array', '--format', '%i'], {
          env,
          encoding: 'utf8',
        });
        const job = jobs.split(/\s+/).find((id) => id.endsWith(`_${task}`));
        expect(job).toBeDefined();
        execFileSync('scontrol', ['requeue', job!], { env });
      },
      startAgain: (task) => submit(String(task)),
    },
    stage,
  );
});

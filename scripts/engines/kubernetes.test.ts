import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { mineOptions, taskCount } from './captions';
import { ordeal, stageFor } from './ordeal';
import { type Ended, launch, launchers } from './processes';

interface Job {
  readonly spec: {
    readonly completions: number;
    readonly backoffLimitPerIndex: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly [
          { readonly command: readonly string[]; readonly args: readonly string[] },
        ];
      };
    };
  };
}

const { spec }: Job = parse(readFileSync(join(launchers, 'mine-job.yaml'), 'utf8'));
const [container] = spec.template.spec.containers;

// No cluster: what a pod of the manifest would run, with the variable that Kubernetes sets.
it("Kubernetes: the manifest's command", async ({ onTestFinished }) => {
  const stage = stageFor('kubernetes');
  onTestFinished(() => stage.cleanUp());
  const script = container.args[0]!.replace(`--of ${spec.completions} `, `--of ${taskCount} `);
  expect(script).not.toBe(container.args[0]);
  const pod = (index: number) =>
    launch(container.command[0]!, [...container.command.slice(1), `${script} ${mineOptions.join(' ')}`], {
      cwd: stage.folder,
      env: { ...stage.env, JOB_COMPLETION_INDEX: String(index) },
    });
  const index = async (task: number): Promise<Ended> => {
    let end = await pod(task);
    for (let failures = 1; end.code !== 0 && failures <= spec.backoffLimitPerIndex; failures += 1)
      end = await pod(task);
    return end;
  };
  await ordeal(
    {
      name: 'Kubernetes: its command alone',
      async start() {
        const left = Array.from({ length: taskCount }, (_, task) => task);
        const ends: Ended[] = [];
        const node = async () => {
          for (let task = left.shift(); task !== undefined; task = left.shift()) ends.push(await index(task));
        };
        await Promise.all(Array.from({ length: 3 }, node));
        const failed = ends.find(({ code }) => code !== 0);
        return (
          failed ??
          launch('slipform-plant', ['merge', 'out/', '--inputs', 'in/*.jsonl'], {
            cwd: stage.folder,
            env: stage.env,
          })
        );
      },
      requeue({ pid }) {
        process.kill(pid, 'SIGTERM');
        process.kill(pid, 'SIGCONT');
      },
      startAgain: pod,
    },
    stage,
  );
});

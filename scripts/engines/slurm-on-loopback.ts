import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { endAll, freePorts } from './processes';

/** A Slurm of this machine alone: a controller and two nodes with two cores each, however many there are. */
export interface Slurm {
  /** What its commands need. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

const programs = ['munged', 'slurmctld', 'slurmd'];
/** Debian's daemons lie where only root's path leads. */
const path = [process.env.PATH, '/usr/sbin', '/sbin'].join(delimiter);

/** Why Slurm can't be started here, undefined if it can. */
export function whyNoSlurm(): string | undefined {
  const missing = [...programs, 'sbatch', 'scontrol'].filter((program) => {
    try {
      execFileSync('which', [program], { env: { ...process.env, PATH: path }, stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  return missing.length === 0
    ? undefined
    : `not installed: ${missing.join(', ')} (packages slurm-wlm, munge)`;
}

/** Starts munge, the controller and both nodes, as the user who runs this, and waits until they know each other. */
export async function startSlurm(folder: string): Promise<Slurm> {
  for (const name of ['state', 'log']) mkdirSync(join(folder, name), { recursive: true });
  const key = join(folder, 'munge.key');
  writeFileSync(key, randomBytes(1024), { mode: 0o400 });
  const socket = join(folder, 'munge.sock');
  const config = join(folder, 'slurm.conf');
  writeFileSync(config, configuration(folder, socket, await freePorts(3)));
  const env = { ...process.env, PATH: path, SLURM_CONF: config };

  const daemons: ChildProcess[] = [];
  const start = (name: string, program: string, ...args: string[]) => {
    const log = openSync(join(folder, 'log', `${name}.out`), 'w');
    daemons.push(spawn(program, args, { env, stdio: ['ignore', log, log] }));
  };
  const stop = () => endAll(daemons);
  const inFolder = (name: string) => join(folder, name);
  const files = ['--key-file', key, '--socket', socket, '--pid-file', inFolder('munged.pid')];
  start('munged', 'munged', '--foreground', ...files, '--seed-file', inFolder('seed'));
  start('slurmctld', 'slurmctld', '-D');
  start('n0', 'slurmd', '-D', '-N', 'n0');
  start('n1', 'slurmd', '-D', '-N', 'n1');
  try {
    await bothIdle(env, daemons, folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop };
}

async function bothIdle(env: NodeJS.ProcessEnv, daemons: readonly ChildProcess[], folder: string) {
  for (;;) {
    if (daemons.some(({ exitCode }) => exitCode !== null)) {
      const said = [...programs.slice(0, 2), 'n0', 'n1'].map((name) =>
        readFileSync(join(folder, 'log', `${name}.out`), 'utf8'),
      );
      throw new Error(`Slurm does not start:\n${said.join('\n')}`);
    }
    try {
      const states = execFileSync('sinfo', ['--noheader', '--Node', '--format', '%t'], {
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      if (states.split(/\s+/).filter((state) => state === 'idle').length === 2) return;
    } catch {
      // The controller does not answer yet.
    }
    await setTimeout(200);
  }
}

function configuration(folder: string, socket: string, [controller, first, second]: readonly number[]) {
  const { username } = userInfo();
  const host = hostname();
  // A requeued job waits until its credential has expired, two minutes by default.
  return `ClusterName=slipform
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${controller}
SlurmUser=${username}
SlurmdUser=${username}
AuthType=auth/munge
AuthInfo=socket=${socket},cred_expire=5
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool.%n
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=bf_interval=1
KillWait=10
NodeName=n0 NodeAddr=127.0.0.1 NodeHostname=${host} Port=${first} CPUs=2 RealMemory=16000
NodeName=n1 NodeAddr=127.0.0.1 NodeHostname=${host} Port=${second} CPUs=2 RealMemory=16000
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE
`;
}

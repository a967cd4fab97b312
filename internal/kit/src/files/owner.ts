import { nodeModule } from './node-modules';

/** A process as another one can recognise it. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** When the process started, in the kernel's own count; a process id alone is used again. Linux only. */
  readonly started?: string;
  /** The start of the machine; process ids begin anew with it. Linux only. */
  readonly boot?: string;
  /** The space in which the process id counts: containers have their own. Linux only. */
  readonly pids?: string;
}

let self: Owner | undefined;

/** This process. */
export function thisProcess(): Owner {
  self ??= {
    host: nodeModule.os().hostname(),
    pid: process.pid,
    ...optional('started', startOf(process.pid)),
    ...optional('boot', readText('/proc/sys/kernel/random/boot_id')),
    ...optional('pids', readLink('/proc/self/ns/pid')),
  };
  return self;
}

/**
 * Whether the owner still runs: 'unknown' where its processes can't be seen from here, on another machine or in another
 * container. Two machines may have one host name, and copies of one virtual machine one boot: so both have to be ours. A
 * machine that was started again is another one, and so is one that tells no boot.
 */
export function stateOf(owner: Owner): 'alive' | 'dead' | 'unknown' {
  const here = thisProcess();
  const isOurMachine = owner.boot !== undefined && owner.boot === here.boot && owner.host === here.host;
  if (!isOurMachine || owner.pids !== here.pids) return 'unknown';
  if (!isRunning(owner.pid)) return 'dead';
  const started = startOf(owner.pid);
  return owner.started !== undefined && started !== undefined && owner.started !== started ? 'dead' : 'alive';
}

/** Whether a process id of this host and container is in use. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Field 22 of /proc/PID/stat; the name before it may hold spaces and brackets. A zombie has ended. */
function startOf(pid: number): string | undefined {
  const text = readText(`/proc/${pid}/stat`);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? 'ended' : fields?.[19];
}

function readText(file: string): string | undefined {
  try {
    return nodeModule.fs().readFileSync(file, 'latin1').trim();
  } catch {
    return undefined;
  }
}

function readLink(file: string): string | undefined {
  try {
    return nodeModule.fs().readlinkSync(file);
  } catch {
    return undefined;
  }
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [_ in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [_ in K]: string });
}

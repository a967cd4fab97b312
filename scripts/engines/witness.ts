import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plantBin } from './processes';

/** One run of the command, as the witness saw it. */
export interface Attempt {
  readonly task: number;
  /** The process of Node. */
  readonly pid: number;
  /** How it ended: 128 + the signal's number if a signal ended it; undefined while it runs. */
  readonly code: number | undefined;
}

/**
 * Puts a `slipform-plant` into a folder that calls the real one and notes each start and end of `mine`: what an engine
 * makes of an exit code is its own affair, but it can't change this.
 */
export function placeWitness(folder: string): void {
  const file = join(folder, 'slipform-plant');
  writeFileSync(
    file,
    `#!/bin/bash
task=-
for ((i = 1; i < $#; i++)); do
  following=$((i + 1))
  if [ "\${!i}" = --task ]; then task=\${!following}; fi
done
# The engine sends its signals to both; this one stays to see how the other ends.
trap : TERM INT
'${process.execPath}' '${plantBin}' "$@" &
child=$!
echo "start $task $child" >> '${logOf(folder)}'
while :; do
  wait $child
  code=$?
  kill -0 $child 2> /dev/null || break
done
echo "end $task $child $code" >> '${logOf(folder)}'
exit $code
`,
  );
  chmodSync(file, 0o755);
}

/** All attempts at all tasks so far, in the order of their starts. */
export function attemptsIn(folder: string): readonly Attempt[] {
  if (!existsSync(logOf(folder))) return [];
  const lines = readFileSync(logOf(folder), 'utf8').trim().split('\n');
  const notes = lines.map((line) => line.split(' '));
  const endOf = new Map(
    notes.filter(([kind]) => kind === 'end').map(([, , pid, code]) => [pid, Number(code)]),
  );
  return notes
    .filter(([kind, task]) => kind === 'start' && task !== '-')
    .map(([, task, pid]) => ({ task: Number(task), pid: Number(pid), code: endOf.get(pid) }));
}

function logOf(folder: string): string {
  return join(folder, 'attempts.log');
}

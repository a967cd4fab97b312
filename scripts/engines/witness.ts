import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plantBin, root } from './processes';

const shim = pathToFileURL(join(root, 'internal/kit/src/testing/fault-shim.mjs')).href;

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
 *
 * The first process of each of the tasks `stopped` stops itself inside of a file of `out`: it holds the file's lock and has written
 * a block (the writes are the lock, then block by block).
 */
export function placeWitness(folder: string, out: string, stopped: readonly number[]): void {
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
case $task in ${stopped.join('|')})
  if mkdir '${folder}'/stopped-$task 2> /dev/null; then
    export NODE_OPTIONS='--import ${shim}'
    export FAULT_FOLDER='${out}' FAULT_CALL=write FAULT_AT=3 FAULT=stop FAULT_REPORT=/dev/null
  fi ;;
esac
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

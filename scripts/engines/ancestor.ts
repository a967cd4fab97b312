import { readFileSync } from 'node:fs';

/** The nearest process above one whose command line matches. @throws {Error} if there is none */
export function ancestor(pid: number, line: RegExp): number {
  for (let above = parentOf(pid); above > 1; above = parentOf(above)) {
    if (line.test(readFileSync(`/proc/${above}/cmdline`, 'utf8').replaceAll('\0', ' '))) return above;
  }
  throw new Error(`no process above ${pid} matches ${line}`);
}

/** Field 4 of /proc/PID/stat; the name before it may hold spaces and brackets. */
function parentOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
}

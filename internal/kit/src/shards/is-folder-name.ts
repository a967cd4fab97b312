import { statSync } from 'node:fs';

/** Whether the name of an output asks for a folder of outputs: it ends in a slash, or is one. */
export function isFolderName(name: string): boolean {
  if (/[/\\]$/.test(name)) return true;
  try {
    return statSync(name).isDirectory();
  } catch {
    return false; // opening the output says what is wrong
  }
}

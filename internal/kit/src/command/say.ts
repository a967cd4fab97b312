let program = 'slipform';

/** Whose lines {@link say} prints; `commandMain` tells. */
export function setProgram(name: string): void {
  program = name;
}

/** Says a sentence on standard error, in the command's name. */
export function say(text: string): void {
  process.stderr.write(`${program}: ${text}\n`);
}

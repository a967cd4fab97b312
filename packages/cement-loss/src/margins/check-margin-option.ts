/** Throws unless `value` is a finite number; infinity would turn a masked entry into NaN. */
export function checkFinite(factory: string, name: string, value: number): void {
  if (!Number.isFinite(value)) {
    throw new Error(`${factory}: ${name} must be a finite number, got ${String(value)}`);
  }
}

/** Throws unless `value` is one of `choices`. */
export function checkChoice(factory: string, name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) {
    const list = choices.map((choice) => `'${choice}'`).join(' or ');
    throw new Error(`${factory}: ${name} must be ${list}, got ${JSON.stringify(value)}`);
  }
}

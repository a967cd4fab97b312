/** V8's flags, which are those of the whole process. */
export interface V8Flags {
  /** V8's major version: 11 in Node 20, 12 in 22, 13 in 24. */
  readonly version: number;
  set(flag: string): void;
}

/** Only in Node, and not in what resembles it: other hosts of V8 forbid that a flag is set late, or have none. */
export function v8Flags(): V8Flags | undefined {
  const { versions, getBuiltinModule }: Partial<NodeJS.Process> = globalThis.process ?? {};
  if (!versions || !getBuiltinModule) return undefined;
  if (['bun', 'deno', 'electron'].some((host) => host in versions)) return undefined;
  const { setFlagsFromString } = getBuiltinModule('node:v8');
  return { version: Number.parseInt(versions.v8, 10), set: setFlagsFromString };
}

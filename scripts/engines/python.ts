import { spawnSync } from 'node:child_process';

/** A Python with pyspark and ray: `scripts/python/install.mjs engines` makes one. */
export const interpreter = process.env.SLIPFORM_ENGINES ?? '';

/** Why a module can't be used, undefined if it can. */
export function whyNoModule(name: string): string | undefined {
  if (interpreter === '') return 'SLIPFORM_ENGINES names no Python';
  const { status } = spawnSync(interpreter, [
    '-c',
    `import importlib.util as u; exit(0 if u.find_spec("${name}") else 1)`,
  ]);
  return status === 0 ? undefined : `${interpreter} has no module ${name}`;
}

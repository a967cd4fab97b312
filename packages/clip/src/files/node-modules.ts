type FileSystem = typeof import('node:fs/promises');
type Path = typeof import('node:path');
type Crypto = typeof import('node:crypto');
type Threads = typeof import('node:worker_threads');

/**
 * Node's own modules where there are some. The library runs in browsers too, where an import of them would
 * break the bundle, so they are asked for when they are needed.
 */
export function nodeFileSystem(): FileSystem | undefined {
  return builtin('node:fs/promises');
}

export function nodePath(): Path | undefined {
  return builtin('node:path');
}

export function nodeCrypto(): Crypto | undefined {
  return builtin('node:crypto');
}

export function nodeThreads(): Threads | undefined {
  return builtin('node:worker_threads');
}

export function nodeOs(): typeof import('node:os') | undefined {
  return builtin('node:os');
}

export function nodeUtil(): object | undefined {
  return builtin('node:util');
}

function builtin<T>(name: string): T | undefined {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return undefined;
  return process.getBuiltinModule(name) as T | undefined;
}

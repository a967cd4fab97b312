import { InputError } from '@slipform/kit/errors/input-error';

/** Node's own modules, asked for when a file is to be read, so that the library loads in browsers too. */
export function nodeFiles(place: string): { fs: typeof import('node:fs'); path: typeof import('node:path') } {
  const builtin = typeof process === 'undefined' ? undefined : process.getBuiltinModule;
  const fs = builtin?.('node:fs');
  const path = builtin?.('node:path');
  if (fs === undefined || path === undefined) {
    throw new InputError(
      `${place}: files can be read in Node only; pass the parsed rows and images as a function.`,
    );
  }
  return { fs, path };
}

/** `@slipform/bench/files`, which needs Node: a name that bundlers cannot see, so that a page gets none of it. */
export function importFiles(): Promise<typeof import('../files/index')> {
  const specifier: string = '@slipform/bench/files';
  return import(/* @vite-ignore */ /* webpackIgnore: true */ specifier);
}

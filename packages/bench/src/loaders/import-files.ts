/** `@slipform/bench/files`, which needs Node: a name that bundlers cannot see, so that a page gets none of it. */
export function importFiles(): Promise<typeof import('../files/index')> {
  const specifier: string = '@slipform/bench/files';
  return import(/* @vite-ignore */ /* webpackIgnore: true */ specifier);
}

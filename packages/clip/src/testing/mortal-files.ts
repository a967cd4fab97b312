/**
 * Kills at the n-th call of the file system, for a test that mocks `files/node-modules` with it: from there on nothing
 * reaches the disk, not even the tidying up.
 */
export const life = { calls: Number.POSITIVE_INFINITY };

/** `files/node-modules` with a file system that dies with {@link life}. */
export function mortalModules<T extends { nodeFileSystem(): object | undefined }>(real: T): T {
  const mortal = new Proxy(real.nodeFileSystem()!, {
    get(fs, name) {
      const call: unknown = Reflect.get(fs, name);
      if (typeof call !== 'function') return call;
      return (...args: unknown[]) => {
        if (--life.calls < 0) throw new Error('killed');
        return call.apply(fs, args);
      };
    },
  });
  return { ...real, nodeFileSystem: () => mortal };
}

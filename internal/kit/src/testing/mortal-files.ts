/**
 * Kills at the n-th call of the file system, for a test that mocks `files/node-modules` with it: from there on nothing
 * reaches the disk, not even the tidying up. Only locks go on: what becomes of them lock.test.ts shows.
 */
export const life = { calls: Number.POSITIVE_INFINITY };

type Modules = typeof import('../files/node-modules');

/** `files/node-modules` with a file system that dies with {@link life}. */
export function mortalModules(real: Modules): Modules {
  const fs = mortal(real.nodeModule.fs());
  return { nodeModule: { ...real.nodeModule, fs: () => fs } };
}

function mortal<T extends object>(calls: T): T {
  return new Proxy(calls, {
    get(of, name) {
      const call: unknown = Reflect.get(of, name);
      if (name === 'promises') return mortal(call as object);
      if (typeof call !== 'function') return call;
      return (...args: unknown[]) => {
        const isOfLock = /\.lock$/.test(String(args[0]));
        if (!isOfLock && --life.calls < 0) throw new Error('killed');
        return call.apply(of, args);
      };
    },
  });
}

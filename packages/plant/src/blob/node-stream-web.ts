// What stands in the place of `node:stream/web` in the bundle for browsers; see tsup.config.ts.
export const { TransformStream, CountQueuingStrategy } = globalThis;

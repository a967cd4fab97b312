export type Tfjs = typeof import('@tensorflow/tfjs-core');

/** tfjs, an optional peer, or undefined if it is not installed: plain arrays do without it. */
export async function findTfjs(): Promise<Tfjs | undefined> {
  try {
    return await import('@tensorflow/tfjs-core');
  } catch {
    return undefined;
  }
}

/** Whether tfjs has a backend to compute on. */
export function hasBackend(tfjs: Tfjs | undefined): tfjs is Tfjs {
  return tfjs !== undefined && Object.keys(tfjs.engine().registryFactory).length > 0;
}

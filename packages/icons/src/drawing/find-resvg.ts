import { createRequire } from 'node:module';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';

/** The renderer that is installed. */
export interface Resvg {
  /** Its main file. */
  readonly file: string;
  /** `2.6.2`; other versions may give other bytes. */
  readonly version: string;
}

const name = '@resvg/resvg-js';

/**
 * Finds the optional peer, beside this package or in the working directory.
 *
 * @throws {InputError} if it is not installed
 */
export function findResvg(caller: string): Resvg {
  for (const place of [import.meta.url, join(process.cwd(), 'any.js')]) {
    try {
      const require = createRequire(place);
      const { version } = require(`${name}/package.json`) as { readonly version: string };
      return { file: require.resolve(name), version };
    } catch {
      // The other place, or the sentence below.
    }
  }
  throw new InputError(
    `${caller} needs the package ${name}, which is not installed; npm install ${name} and try again.`,
  );
}

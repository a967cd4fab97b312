import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * For tests: a folder above all sets of Iconify, `@iconify/json`: the one that SLIPFORM_ICONS names, or lab/corpus after
 * `npm ci --prefix lab/corpus`. Undefined where it is not installed; tests that need it are skipped then.
 */
export const wholeCorpus: string | undefined = [
  process.env.SLIPFORM_ICONS,
  join(import.meta.dirname, '../../../../lab/corpus'),
].find((root) => root && existsSync(join(root, 'node_modules/@iconify/json/collections.json')));

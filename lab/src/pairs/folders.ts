import { fileURLToPath } from 'node:url';
import { folderName, row } from '@slipform/kit/options/command-rows';
import { labFolder } from '../lab-folder';

/** The committed model of colour pairs, which the demo's training starts from, with its record `training.json` and the artists' `NOTICE`. */
export const PAIR_MODEL = fileURLToPath(new URL('pair-model', labFolder));

/** Where the core's sets are installed. */
export const CORE = fileURLToPath(labFolder);

/** Where `npm ci --prefix lab/corpus` puts all sets and people's tags. */
export const ICON_CORPUS = fileURLToPath(new URL('corpus', labFolder));

/** Drawings that have been made once. */
export const ICON_CACHE = fileURLToPath(new URL('.cache', labFolder));

/** The option `--root` of the command that reads all sets. */
export const rootRow = row(
  'where the sets are installed: npm ci --prefix lab/corpus',
  folderName(),
  ICON_CORPUS,
);

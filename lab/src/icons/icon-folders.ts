import { fileURLToPath } from 'node:url';
import { folderName, row } from '@slipform/kit/options/command-rows';
import { labFolder } from '../lab-folder';

/** The committed model: a model folder, with its record `training.json` and the artists' `NOTICE`. */
export const ICON_MODEL = fileURLToPath(new URL('model', labFolder));

/** The same for pictures of two icons, which the demo's training starts from. */
export const DUO_MODEL = fileURLToPath(new URL('duo-model', labFolder));

/** Where `npm ci --prefix lab/corpus` puts all sets and people's tags. */
export const ICON_CORPUS = fileURLToPath(new URL('corpus', labFolder));

/** Drawings and embeddings that have been made once. */
export const ICON_CACHE = fileURLToPath(new URL('.cache', labFolder));

/** The option `--root` of the commands that read all sets. */
export const rootRow = row(
  'where the sets are installed: npm ci --prefix lab/corpus',
  folderName(),
  ICON_CORPUS,
);

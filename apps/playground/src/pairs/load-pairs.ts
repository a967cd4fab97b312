import filesJson from '../../generated/pairs.json';
import { dataUrl, loadBytes, loadJson } from '../parts/data-files';
import { type PairFiles, type PairTable, unpackGreys } from './pair-table';

const files: PairFiles = filesJson;

/** Drawings of icons, captions of two of them, and the committed model that reads both. */
export interface PairData {
  readonly table: PairTable;
  /** The drawings in shades of grey, one behind the other: 0 is ink, 255 is paper. */
  readonly greys: Uint8Array;
  /** The files of the model's folder, by their names. */
  readonly model: Readonly<Record<string, Uint8Array>>;
}

let loaded: Promise<PairData> | undefined;

/** Loads them once for all rooms; where that fails, the next call tries again. */
export function loadPairs(): Promise<PairData> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<PairData> {
  const base = new URL('.', document.baseURI).href;
  const [table, packed, model] = await Promise.all([
    loadJson<PairTable>(dataUrl(files.table, base)),
    loadBytes(dataUrl(files.drawings, base)),
    Promise.all(
      Object.entries(files.model).map(
        async ([name, path]) => [name, await loadBytes(dataUrl(path, base))] as const,
      ),
    ),
  ]);
  const greys = unpackGreys(packed, table.drawings.length * table.size ** 2);
  return { table, greys, model: Object.fromEntries(model) };
}

import { type ClipEncoder, loadEncoder, type RawImage } from '@slipform/clip';
import { dataUrl, loadBytes, loadJson } from '../../../parts/data-files';
import { startWasm } from '../../../parts/wasm-backend';
import { answerHere } from '../../../parts/worker-lane';
import type { Catalog, CatalogSet, ModelFiles, NamesFile } from '../index/catalog';
import type { Filters } from '../index/filters';
import { type IconTable, iconTable, wordsOf } from '../index/icon-table';
import { asSafetensors, unpackWeights } from '../index/packed-weights';
import { type Found, searchTables } from '../index/search-tables';
import { vectorAt } from '../index/vectors';

/** What icons are asked to be like: words, a drawing, or another icon. */
export type Query =
  | { readonly by: 'words'; readonly text: string }
  | { readonly by: 'picture'; readonly picture: RawImage }
  | { readonly by: 'like'; readonly set: string; readonly name: string };

export interface LoadJob {
  readonly kind: 'load';
  readonly catalog: Catalog;
  /** The page's address without its hash; files lie below it. */
  readonly base: string;
}

export interface SearchJob {
  readonly kind: 'search';
  readonly query: Query;
  readonly filters: Filters;
  readonly count: number;
}

/** What came while the files were loaded. */
export type LoadNote =
  | { readonly loaded: 'model' }
  | { readonly loaded: 'set'; readonly set: string; readonly icons: number }
  | { readonly failed: string; readonly message: string };

export interface Answer extends Found {
  /** False while the model is on its way, when names alone were looked at. */
  readonly hasModel: boolean;
  /** Milliseconds that the worker needed, without files that it had to wait for. */
  readonly milliseconds: number;
}

/** Sets that are loaded side by side. */
const atOnce = 4;
/** Texts whose vectors are kept, for one who types back and forth. */
const maxTexts = 500;
const noResult: Found = { byDrawing: [], byName: [], named: 0, searched: 0 };

/** The search, in its worker: the sets and towers that have been loaded so far. */
class IconSearch {
  private readonly tables = new Map<string, IconTable>();
  private readonly texts = new Map<string, Float32Array>();
  private words: ClipEncoder | undefined;
  private drawings: Promise<ClipEncoder> | undefined;

  constructor(private readonly job: Omit<LoadJob, 'kind'>) {}

  /** Loads the text tower and all sets that are not there yet; one that fails keeps no other away. */
  async load(note: (note: LoadNote) => void): Promise<void> {
    const { catalog } = this.job;
    const attempt = async (what: string, work: () => Promise<LoadNote>) => {
      try {
        note(await work());
      } catch (error) {
        note({ failed: what, message: error instanceof Error ? error.message : String(error) });
      }
    };
    const missing = catalog.sets.filter(({ set }) => !this.tables.has(set));
    const next = async (): Promise<void> => {
      const about = missing.shift();
      if (about === undefined) return;
      await attempt(about.title, () => this.loadSet(about));
      await next();
    };
    await Promise.all([
      this.words === undefined ? attempt('the model', () => this.loadWords()) : undefined,
      ...Array.from({ length: atOnce }, next),
    ]);
  }

  async search({ query, filters, count }: SearchJob): Promise<Answer> {
    const picture = query.by === 'picture' ? await this.drawingsModel() : undefined;
    const started = performance.now();
    const answer = (found: Found, hasModel = true): Answer => {
      return { ...found, hasModel, milliseconds: performance.now() - started };
    };
    const tables = [...this.tables.values()];
    const asked = { filters, count };
    if (query.by === 'like') {
      const table = this.tables.get(query.set);
      const row = table?.names.icons.findIndex(([name]) => name === query.name) ?? -1;
      if (table === undefined || row < 0) return answer(noResult);
      const except = { set: query.set, caption: table.names.icons[row]![1] };
      return answer(
        searchTables(tables, { ...asked, vector: vectorAt(table.vectors, row), words: [], except }),
      );
    }
    if (picture !== undefined && query.by === 'picture') {
      const [vector] = await picture.embedImages([query.picture]);
      return answer(searchTables(tables, { ...asked, vector: vector!, words: [] }));
    }
    const text = query.by === 'words' ? query.text : '';
    const words = wordsOf(text);
    if (words.length === 0) return answer(noResult, this.words !== undefined);
    const vector = await this.vectorOf(text);
    if (vector !== undefined) return answer(searchTables(tables, { ...asked, vector, words }));
    const nothing = new Float32Array(this.job.catalog.width);
    return answer({ ...searchTables(tables, { ...asked, vector: nothing, words }), byDrawing: [] }, false);
  }

  /** The vector of a text; undefined while the model is on its way. */
  private async vectorOf(text: string): Promise<Float32Array | undefined> {
    const key = text.trim().toLowerCase();
    const kept = this.texts.get(key);
    if (kept !== undefined || this.words === undefined) return kept;
    const [vector] = await this.words.embedTexts([key]);
    if (this.texts.size === maxTexts) this.texts.clear();
    this.texts.set(key, vector!);
    return vector;
  }

  private async loadSet(about: CatalogSet): Promise<LoadNote> {
    const { catalog, base } = this.job;
    const [names, bytes] = await Promise.all([
      loadJson<NamesFile>(dataUrl(about.names, base)),
      loadBytes(dataUrl(about.vectors, base)),
    ]);
    this.tables.set(about.set, iconTable(about, names, bytes, catalog.width));
    return { loaded: 'set', set: about.set, icons: names.icons.length };
  }

  private async loadWords(): Promise<LoadNote> {
    this.words = await this.encoderOf(this.job.catalog.words);
    // The first text takes longer than others: memory is laid out, and code is compiled.
    await this.words.embedTexts(['icon']);
    return { loaded: 'model' };
  }

  private drawingsModel(): Promise<ClipEncoder> {
    this.drawings ??= this.encoderOf(this.job.catalog.drawings).catch((error: unknown) => {
      // The next drawing tries again.
      this.drawings = undefined;
      throw error;
    });
    return this.drawings;
  }

  private async encoderOf({ files }: ModelFiles): Promise<ClipEncoder> {
    const load = async ([name, path]: readonly [string, string]) =>
      [name, await loadBytes(dataUrl(path, this.job.base))] as const;
    const unpacked = ([name, bytes]: readonly [string, Uint8Array<ArrayBuffer>]) =>
      name === 'model.packed'
        ? (['model.safetensors', asSafetensors(unpackWeights(bytes))] as const)
        : ([name, bytes] as const);
    const [loaded] = await Promise.all([Promise.all(Object.entries(files).map(load)), startWasm()]);
    return loadEncoder(Object.fromEntries(loaded.map(unpacked)));
  }
}

let search: IconSearch | undefined;

answerHere<LoadJob | SearchJob, Answer | undefined, LoadNote>(async (job, note) => {
  if (job.kind === 'load') {
    search ??= new IconSearch(job);
    await search.load(note);
    return undefined;
  }
  return search?.search(job);
});

import type { RawImage } from '@slipform/clip';
import type { Catalog } from '../index/catalog';
import type { Filters } from '../index/filters';
import type { Found } from '../index/search-tables';

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

/** What `scripts/generate.ts` made: the sets, the files of each, and the model's two towers. Paths are below the page's own. */
export interface Catalog {
  /** Length of a vector. */
  readonly width: number;
  /** Icons whose drawings lie in one file. */
  readonly chunk: number;
  /** Reads texts. Files of a model folder by name; `model.packed` in place of its weights is what `packWeights` made. */
  readonly words: ModelFiles;
  /** Reads drawings. */
  readonly drawings: ModelFiles;
  /** The smallest first. */
  readonly sets: readonly CatalogSet[];
}

export interface ModelFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly bytes: number;
}

export interface CatalogSet {
  /** Iconify's prefix, `lucide`. */
  readonly set: string;
  readonly title: string;
  readonly artist: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly licenceUrl: string;
  readonly url: string;
  readonly version: string;
  /** The drawings have colours of their own. */
  readonly isColoured: boolean;
  readonly count: number;
  /** `packVectors` of all icons, in the order of the names. */
  readonly vectors: string;
  /** A {@link NamesFile}. */
  readonly names: string;
  /** A {@link DrawingsFile} for each `chunk` icons. */
  readonly drawings: readonly string[];
  readonly bytes: { readonly vectors: number; readonly names: number; readonly drawings: number };
}

/** Names of the icons of a set. */
export interface NamesFile {
  /** Styles, most frequent first; the plain one is ''. */
  readonly styles: readonly string[];
  /** Name, caption, place of the style, and captions of other names. */
  readonly icons: readonly (readonly [name: string, caption: string, style: number, ...aliases: string[]])[];
}

/** The SVG bodies of some icons of a set, each with its view box. */
export interface DrawingsFile {
  readonly icons: readonly (readonly [
    body: string,
    left: number,
    top: number,
    width: number,
    height: number,
  ])[];
}

import type { ByteReader, FileContent } from './byte-reader';

/** An opened file, or why there is none: a sentence without its full stop. */
export type OpenedFile = ByteReader | { readonly missing: string };

/** A source that has been opened, with what its reading was asked to do: `openSource` makes one. */
export abstract class ModelSource {
  /** The folder, the URL or the files that it reads. */
  abstract readonly place: ClipSource;
  abstract open(name: string): Promise<OpenedFile>;
  /** Names of its files as far as they can be listed. */
  abstract list(): Promise<readonly string[]>;
}

/** Files by name, for where there is no file system: what a model folder would hold. */
export type ClipFiles = Readonly<Record<string, FileContent>>;

/** Where a model lies: a folder, the URL of a folder (http, https, file), or the files themselves. */
export type ClipSource = string | URL | ClipFiles;

import type { ByteReader } from './byte-reader';
import type { ClipSource } from './clip-files';

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

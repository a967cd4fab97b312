import type { FileContent } from './byte-reader';

/** Files by name, for where there is no file system: what a model folder would hold. */
export type ClipFiles = Readonly<Record<string, FileContent>>;

/** Where a model lies: a folder, the URL of a folder (http, https, file), or the files themselves. */
export type ClipSource = string | URL | ClipFiles;

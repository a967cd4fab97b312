import { InputError } from '@slipform/kit/errors/input-error';
import { readOptions } from '@slipform/kit/options/options';
import type { ByteReader } from './byte-reader';
import type { HubModel } from './hub-model';
import { LOAD_ROWS, type LoadOptions } from './load-options';
import { listFiles, modelFolderHolds } from './model-files';
import { type ClipSource, ModelSource, type OpenedFile } from './model-source';
import { nodeCrypto, nodeFileSystem } from './node-modules';
import { folderOf, noFolder, openFile } from './open-file';

/** SHA-256 of a file, in hexadecimal, and its length. */
export interface FileDigest {
  readonly bytes: number;
  readonly digest: string;
}

/** Opens a source for reading under the options of a public function, which `place` names. */
export async function openSource(
  place: string,
  source: ClipSource | ModelSource,
  options: LoadOptions = {},
): Promise<ModelSource> {
  if (source instanceof ModelSource) return source;
  return openHashedSource(place, source, options, false);
}

/** As {@link openSource}; with `isHashed`, each file that is read to its end leaves its digest (Node). */
export async function openHashedSource(
  place: string,
  source: ClipSource,
  given: LoadOptions,
  isHashed = true,
): Promise<OpenedSource> {
  const options = readOptions(place, LOAD_ROWS, given);
  options.signal?.throwIfAborted();
  const folder = isHubName(source) ? undefined : folderOf(source);
  const wrong = folder === undefined || nodeFileSystem() === undefined ? undefined : await noFolder(folder);
  if (wrong !== undefined) throw new InputError(`${wrong}; ${modelFolderHolds}.`);
  const hub = isHubName(source) ? await openHub(source, options) : undefined;
  return new OpenedSource(hub?.place ?? source, options, hub, isHashed);
}

function isHubName(source: ClipSource): source is string {
  return typeof source === 'string' && source.startsWith('hf:');
}

/** Most models are read without the hub. */
async function openHub(source: string, options: LoadOptions): Promise<HubModel> {
  const { openHubModel } = await import('./hub-model');
  return openHubModel(source, options);
}

/** A source whose reading is watched: for a signal, for progress, for digests. */
export class OpenedSource extends ModelSource {
  readonly digests = new Map<string, FileDigest>();

  constructor(
    readonly place: ClipSource,
    private readonly options: LoadOptions,
    private readonly hub: HubModel | undefined,
    private readonly isHashed: boolean,
  ) {
    super();
  }

  async open(name: string): Promise<OpenedFile> {
    const { signal, onProgress, fetch } = this.options;
    signal?.throwIfAborted();
    const report = (done: number, total: number | undefined) => onProgress?.({ file: name, done, total });
    const fetched = await this.hub?.fetchFile(name, report);
    if (fetched !== undefined && 'missing' in fetched) return fetched;
    let done = 0;
    const opened: OpenedFile = await openFile(this.place, name, {
      fetch,
      signal,
      headers: this.hub?.headers,
      onBytes: (bytes) => {
        done += bytes;
        // What was downloaded a moment ago has been reported then.
        if (!fetched?.isNew && 'size' in opened) report(done, opened.size);
      },
    });
    return 'missing' in opened ? opened : this.watched(name, opened);
  }

  list(): Promise<readonly string[]> {
    return this.hub === undefined ? listFiles(this.place) : this.hub.list();
  }

  private watched(name: string, reader: ByteReader): ByteReader {
    const hash = this.isHashed ? nodeCrypto()?.createHash('sha256') : undefined;
    let bytes = 0;
    return {
      ...reader,
      read: async (length) => {
        this.options.signal?.throwIfAborted();
        const piece = await reader.read(length);
        bytes += piece.length;
        hash?.update(piece);
        if (hash !== undefined && piece.length < length) {
          this.digests.set(name, { bytes, digest: hash.copy().digest('hex') });
        }
        return piece;
      },
    };
  }
}

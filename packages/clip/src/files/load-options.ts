import { abortSignal, callback, flag, optional, type RowsFor, text } from '@slipform/kit/options/options';

/** How far the reading of a model's files has come. */
export interface LoadProgress {
  /** The file that is being read, such as `model.safetensors`. */
  readonly file: string;
  /** Bytes of it that have been read. */
  readonly done: number;
  /** Bytes that it has; undefined where a server doesn't say. */
  readonly total: number | undefined;
}

/** How a model's files are read. `cache` to `hubUrl` are for `hf:` names alone. */
export interface LoadOptions {
  /** Ends the reading; the call then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each piece that has been read. */
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** In place of the platform's fetch: for a proxy, further headers, a test. */
  readonly fetch?: typeof fetch | undefined;
  /** A branch, a tag or a commit at the hub; also written `hf:owner/name@revision`. Default `main`. */
  readonly revision?: string | undefined;
  /** Access token of the hub, for models that are private or gated. Default: the environment's HF_TOKEN. */
  readonly token?: string | undefined;
  /** Folder that keeps what was downloaded (Node). Default: Hugging Face's own, which Python's libraries share. */
  readonly cache?: string | undefined;
  /** Reads the cache alone, without a request. Default: whether the environment's HF_HUB_OFFLINE is 1. */
  readonly offline?: boolean | undefined;
  /** Default: the environment's HF_ENDPOINT, else https://huggingface.co. */
  readonly hubUrl?: string | undefined;
}

export const LOAD_ROWS = {
  signal: optional(abortSignal()),
  onProgress: optional(callback<(progress: LoadProgress) => void>()),
  fetch: optional(callback<typeof fetch>()),
  revision: optional(text()),
  token: optional(text()),
  cache: optional(text('the path of a folder')),
  offline: optional(flag()),
  hubUrl: optional(text('a URL')),
} satisfies RowsFor<LoadOptions>;

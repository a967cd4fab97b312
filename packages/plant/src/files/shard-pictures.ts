import { open } from 'node:fs/promises';
import { isGzip } from '@slipform/kit/files/is-gzip';
import type { PicturePlace } from './file-caption';

/** The pictures of a shard, read at any place of it. */
export interface ShardPictures {
  read(picture: PicturePlace): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a shard for its pictures; `undefined` for one that is packed, which can't be read at any place. */
export async function openShardPictures(file: string): Promise<ShardPictures | undefined> {
  const handle = await open(file, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  if (isGzip(buffer.subarray(0, bytesRead))) {
    await handle.close();
    return undefined;
  }
  return {
    async read({ start, length }) {
      const bytes = Buffer.alloc(length);
      for (let done = 0; done < length; ) {
        const read = await handle.read(bytes, done, length - done, start + done);
        if (read.bytesRead === 0) throw new Error('the shard changed while it was read');
        done += read.bytesRead;
      }
      return bytes;
    },
    close: () => handle.close(),
  };
}

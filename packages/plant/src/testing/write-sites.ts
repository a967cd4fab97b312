import { writeFileSync } from 'node:fs';
import type { Output } from '@slipform/kit/files/output-file';
import type { FileCaption } from '../files/file-caption';
import { createParquetWriter, encodeRows } from '../files/write-parquet';
import { type SiteOptions, siteColumns, siteRows } from '../natural/site-rows';

/** Writes a site file of captions. @param batch captions of a row group */
export async function writeSites(
  file: string,
  captions: readonly FileCaption[],
  { shard = 0, batch = 100, ...options }: SiteOptions & { readonly shard?: number; readonly batch?: number },
): Promise<string> {
  const parts: Uint8Array[] = [];
  const size = () => parts.reduce((sum, { length }) => sum + length, 0);
  const output = {
    get position() {
      return size();
    },
    write: async (bytes: Uint8Array) => void parts.push(bytes),
  };
  const writer = createParquetWriter(output as Output, [], siteColumns);
  await writer.start();
  for (let at = 0; at < captions.length; at += batch) {
    await writer.append(
      encodeRows(siteColumns, siteRows(captions.slice(at, at + batch), shard, at, options)),
    );
  }
  await writer.finish();
  writeFileSync(file, Buffer.concat(parts));
  return file;
}

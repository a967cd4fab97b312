import { writeFileSync } from 'node:fs';
import type { FileCaption } from '../files/file-caption';
import { createParquetWriter, encodeRows } from '../files/write-parquet';
import { type SiteOptions, siteColumns, siteRows } from '../natural/site-rows';
import { sinkInto } from './sink-into';

/** Writes a site file of captions. @param batch captions of a row group */
export async function writeSites(
  file: string,
  captions: readonly FileCaption[],
  { shard = 0, batch = 100, ...options }: SiteOptions & { readonly shard?: number; readonly batch?: number },
): Promise<string> {
  const parts: Uint8Array[] = [];
  const writer = createParquetWriter(sinkInto(parts), siteColumns);
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

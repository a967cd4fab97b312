import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';

const schema: SchemaElement[] = [
  { name: 'root', num_children: 2 },
  { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  { name: 'embedding', repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', type: 'FLOAT', repetition_type: 'REQUIRED' },
];

const rowsPerGroup = 4096;

/**
 * Writes a Parquet file with the columns `id` (text) and `embedding` (a list of float32). Rows stay in memory until there are
 * 4,096, which make a group.
 */
export function openParquet(file: string) {
  const writer = new ParquetWriter({ writer: fileWriter(file), schema, statistics: false });
  let ids: string[] = [];
  let rows: Float32Array[] = [];
  const flush = async () => {
    if (ids.length === 0) return;
    await writer.write({
      columnData: [
        { name: 'id', data: ids },
        { name: 'embedding', data: rows.map((row) => Array.from(row)) },
      ],
      rowGroupSize: ids.length,
    });
    ids = [];
    rows = [];
  };
  let isOpen = true;
  return {
    async append(names: readonly string[], values: Float32Array): Promise<void> {
      const width = values.length / names.length;
      names.forEach((name, i) => {
        ids.push(name);
        rows.push(values.slice(i * width, (i + 1) * width));
      });
      if (ids.length >= rowsPerGroup) await flush();
    },
    async close(): Promise<void> {
      if (!isOpen) return;
      isOpen = false;
      await flush();
      await writer.finish();
    },
  };
}

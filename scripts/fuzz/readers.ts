import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseNpy } from '@slipform/kit/formats/npy';
import { openParquet } from '@slipform/kit/formats/parquet/open-parquet';
import { readDoneRecord } from '@slipform/kit/shards/done-record';
import { readRecord } from '../../packages/bench/src/report/read-record';
import { memoryReader } from '../../packages/clip/src/files/byte-reader';
import { loadTokenizer } from '../../packages/clip/src/tokenizer/tokenizer-file';
import {
  readSafetensorsHeader,
  tensorValues,
  weightTypes,
} from '../../packages/clip/src/weights/safetensors';
import { parseNorms } from '../../packages/concreteness/src/parse-norms';
import { readIconSet } from '../../packages/icons/src/corpus/read-icon-set';
import { readJsonFile } from '../../packages/icons/src/files/read-json-file';
import { whyNotDrawn } from '../../packages/icons/src/svg/why-not-drawn';
import { keepsContract } from './contract';

// Each function reads any bytes as one of our parsers does, and throws for what breaks the contract (contract.ts): scripts/
// fuzz.test.ts calls them.

export const npy = (bytes: Uint8Array) =>
  keepsContract(bytes, () => {
    const { rows, width, values } = parseNpy(bytes, 'in.npy');
    if (values.length !== rows * width) throw new Error(`${values.length} values of ${rows} × ${width}`);
  });

export const safetensors = (bytes: Uint8Array) =>
  keepsContract(bytes, async () => {
    const reader = memoryReader(bytes);
    const { entries } = await readSafetensorsHeader(reader, 'in.safetensors');
    for (const { start, end, dtype } of entries) {
      const tensor = await reader.read(end - start);
      if (weightTypes.includes(dtype)) tensorValues(tensor, dtype);
    }
  });

export const parquet = (bytes: Uint8Array) =>
  keepsContract(bytes, async () => {
    const source = {
      size: bytes.length,
      read: async (start: number, length: number) => bytes.slice(start, start + length),
      close: async () => {},
    };
    const opened = await openParquet(async () => source, { name: 'in.parquet' });
    for await (const rows of opened.read()) JSON.stringify(rows[0], (_, value) => `${value}`);
  });

export const tokenizer = (bytes: Uint8Array) =>
  keepsContract(bytes, async () => {
    const read = await loadTokenizer({ 'tokenizer.json': bytes });
    for (const id of read.encode('a dog\u0301, it’s 7 &amp; <|endoftext|> 🐶')) {
      if (!(id >= 0 && id < read.vocabularySize)) throw new Error(`token ${id} of ${read.vocabularySize}`);
    }
  });

export const norms = (bytes: Uint8Array) =>
  keepsContract(bytes, () => {
    for (const rating of parseNorms(Buffer.from(bytes).toString()).ratings.values()) {
      if (!(rating >= 1 && rating <= 5)) throw new Error(`a rating of ${rating}`);
    }
  });

/** Results of bench, and the record of a finished run: by the file's first bytes. */
export const records = (bytes: Uint8Array) =>
  keepsContract(bytes, async () => {
    const start = Buffer.from(bytes.subarray(0, 60)).toString();
    if (start.includes('slipform done')) await inFile('.done.json', bytes, () => readDoneRecord(place));
    else await inFile('', bytes, () => readRecord(place));
  });

/** A set's JSON. */
export const icons = (bytes: Uint8Array) =>
  keepsContract(bytes, async () => {
    const json = await inFile('', bytes, () => readJsonFile(place));
    for (const icon of readIconSet(json, { onSkip: () => {} }).icons) whyNotDrawn(icon);
  });

const place = join(tmpdir(), `slipform-fuzz-${process.pid}`);

/** For readers of files. */
async function inFile<T>(suffix: string, bytes: Uint8Array, read: () => Promise<T>): Promise<T> {
  writeFileSync(place + suffix, bytes);
  try {
    return await read();
  } finally {
    rmSync(place + suffix);
  }
}

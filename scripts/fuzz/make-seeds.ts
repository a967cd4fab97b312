// Small files of each kind, from which fuzzing starts: `npx tsx scripts/fuzz/make-seeds.ts`. What fuzzing found lies beside
// them, as found-….

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beginJournal } from '@slipform/kit/files/journal';
import { endOfTar, tarBytes } from '@slipform/kit/formats/write-tar';
import { makeNpy } from '@slipform/kit/testing/make-npy';
import { equalTexts, makeParquet } from '@slipform/kit/testing/make-parquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { clipWordPattern } from '../../packages/clip/src/tokenizer/clean-text';
import { writeSafetensors } from '../../packages/clip/src/weights/safetensors';
import type * as readers from './readers';

type ParserName = keyof typeof readers;

const corpus = join(import.meta.dirname, 'corpus');
const release = join(import.meta.dirname, '../fixtures/releases/0.1');

function fileOf(parser: ParserName, name: string): string {
  mkdirSync(join(corpus, parser), { recursive: true });
  return join(corpus, parser, name);
}
const put = (parser: ParserName, name: string, content: string | Uint8Array | object) =>
  writeFileSync(
    fileOf(parser, name),
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
const copy = (parser: ParserName, name: string, from: string) =>
  copyFileSync(join(release, from), fileOf(parser, name));
const bytesOf = (text: string) => new TextEncoder().encode(text);

copy('npy', 'float32', 'texts.npy');
put('npy', 'float16-of-version-2', makeNpy('<f2', '(2, 3)', new Uint8Array(12).fill(60), { version: 2 }));
put('npy', 'float64-big-endian', makeNpy('>f8', '(2, 1)', new Uint8Array(16).fill(64)));
put('npy', 'in-columns', makeNpy('<f4', '(1, 1)', new Uint8Array(4), { order: 'True' }));

const tensors = ['logit_scale', 'text.positional_embedding'].map((name, i) => ({
  name,
  shape: i === 0 ? [] : [2, 3],
  values: async () => new Float32Array(i === 0 ? 1 : 6).fill(0.5),
}));
for (const type of ['float32', 'float16', 'bfloat16'] as const) {
  const parts: Uint8Array[] = [];
  for await (const part of writeSafetensors(tensors, type)) parts.push(part.slice());
  put('safetensors', type, Buffer.concat(parts));
}

for (const name of ['texts', 'triplets', 'sites/captions']) {
  copy('parquet', name.replace('/', '-'), `${name}.parquet`);
}
const captions = Array.from({ length: 24 }, (_, i) => `A dog barks at ${i % 5} cars.`);
const columns = {
  nested: [
    { name: 'list', data: captions.map((_, i) => [i, i + 1]) },
    { name: 'part', data: captions.map((text, i) => ({ a: i, b: text })) },
  ],
  encodings: [
    { name: 'delta', data: captions, encoding: 'DELTA_BYTE_ARRAY' as const },
    { name: 'length', data: captions, encoding: 'DELTA_LENGTH_BYTE_ARRAY' as const },
    { name: 'packed', data: captions.map((_, i) => 7 * i), encoding: 'DELTA_BINARY_PACKED' as const },
    { name: 'split', data: captions.map((_, i) => i / 3), encoding: 'BYTE_STREAM_SPLIT' as const },
  ],
  'plain-and-missing': [
    { name: 'some', data: captions.map((text, i) => (i % 7 ? text : null)) },
    { name: 'big', data: captions.map((_, i) => BigInt(i)) },
    { name: 'yes', data: captions.map((_, i) => i % 3 === 0) },
    { name: 'when', data: captions.map((_, i) => new Date(i * 1e9)) },
  ],
};
for (const [name, columnData] of Object.entries(columns)) {
  put('parquet', name, new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 16, pageSize: 200 })));
}

// A frame of one raw block, and literals alone: what these codecs make of what they can't shorten.
const compressors = {
  GZIP: gzipSync,
  BROTLI: (bytes: Uint8Array) => brotliCompressSync(bytes),
  ZSTD: (bytes: Uint8Array) =>
    Buffer.concat([
      Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, bytes.length, 1 | (bytes.length << 3), bytes.length >> 5, 0),
      bytes,
    ]),
  LZ4_RAW: (bytes: Uint8Array) => Buffer.concat([Buffer.of(0xf0, bytes.length - 15), bytes]),
};
for (const codec of ['GZIP', 'BROTLI', 'ZSTD', 'LZ4_RAW'] as const) {
  const columnData = [{ name: 'caption', data: captions.slice(0, 8) }];
  put('parquet', codec.toLowerCase(), new Uint8Array(parquetWriteBuffer({ columnData, codec, compressors })));
}

put('parquet', 'equal-texts', makeParquet(300, [equalTexts('caption', 300), equalTexts('id', 300, '7')]));

const members = {
  '0.txt': 'a red dog',
  '0.neg_caption': 'a red cat',
  '0.jpg': '\u0000',
  '1.json': '{"caption":"two cats"}',
  'of/2.negatives.json': '[{"caption":"two dogs"}]',
  [`${'long'.repeat(30)}.txt`]: 'its name needs a header of its own',
};
const list = Object.entries(members).map(([name, text]) => ({ name, bytes: bytesOf(text) }));
put('tar', 'sample', Buffer.concat([await tarBytes(list.slice(0, 3)), endOfTar]));
put('tar', 'json-and-long-name', Buffer.concat([await tarBytes(list.slice(3)), endOfTar]));

copy('tokenizer', 'words', 'model/tokenizer.json');
const [start, end, unknown] = ['<|startoftext|>', '<|endoftext|>', '<unk>'];
put('tokenizer', 'pairs', {
  added_tokens: [start, end, unknown].map((content, i) => ({ id: 6 + i, content, special: true })),
  truncation: { max_length: 16 },
  pre_tokenizer: { type: 'Split', pattern: { Regex: clipWordPattern }, behavior: 'Removed', invert: true },
  normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'Lowercase' }] },
  post_processor: { type: 'RobertaProcessing', sep: [end, 7], cls: [start, 6] },
  model: {
    type: 'BPE',
    unk_token: unknown,
    end_of_word_suffix: '</w>',
    vocab: { d: 0, o: 1, 'g</w>': 2, do: 3, 'dog</w>': 4, 'a</w>': 5, [start]: 6, [end]: 7, [unknown]: 8 },
    merges: ['d o', ['do', 'g</w>']],
  },
});

put('norms', 'two-columns', 'word,rating\ndog,4.9\n"ice, cream",5\nidea,1.6\n');
put(
  'norms',
  'brysbaert',
  'Word\tBigram\tConc.M\tConc.SD\tDom_Pos\r\ndog\t0\t4.85\t0.3\tNoun\r\nswing round\t1\t3.1\t1\t0\r\n',
);
put(
  'norms',
  'glasgow',
  'Words,Length,AROU,,,CNC,,\n,,M,SD,N,M,SD,N\nbank (river),4,1,2,1,6.3,1,33\nhope,4,1,2,1,2,1,33\n',
);
put('norms', 'without-header', '\ufeffdog;5\nidea;NA\ndog;4\ncafé;4.5\n');

copy('records', 'results', 'results.json');
copy('records', 'results-of-a-model', 'model-results.json');
copy('records', 'done', 'sites/captions.parquet.done.json');
const journal = await beginJournal(fileOf('records', 'journal'), { seed: 'a' });
for (const bytes of [10, 20])
  await journal.add({ bytes, sha256: 'a'.repeat(64), state: { rows: BigInt(bytes) } });
await journal.close();

put('icons', 'set', {
  prefix: 'try',
  info: { name: 'Try', author: { name: 'A' }, license: { title: 'MIT', spdx: 'MIT' }, palette: false },
  icons: {
    bell: { body: '<path fill="currentColor" d="M7 17V7h10m0 10L7 7"/>' },
    'bell-off': { body: '<g transform="rotate(45)"><circle cx="2" cy="3" r="1"/></g>', width: 16, left: -1 },
    'bell-fill': { body: '<use href="#a"/><defs><path id="a" d="M0 0h1"/></defs>', hidden: true },
  },
  aliases: { ring: { parent: 'bell', hFlip: true, rotate: 1 }, 'ring-2': { parent: 'ring' } },
  suffixes: { fill: 'Filled', '': 'Line' },
  categories: { Alerts: ['bell', 'bell-off'] },
  chars: { e001: 'bell' },
  width: 24,
  height: 24,
});
put(
  'icons',
  'drawing',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="1.5cm"><title>Bell</title><style>.a,g#b{fill:red} path{stroke-dasharray:1 2}</style><defs><linearGradient id="c"><stop offset="10%" stop-color="#fff"/></linearGradient></defs><g id="b" class="a" transform="translate(1 2)"><path d="M0 0h16v16H0z" fill="url(#c)"/><text x="1">B&amp;&#x42;</text></g></svg>',
);
put(
  'icons',
  'drawing-of-an-editor',
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="urn:i" width="10" height="10" i:tool="1"><!-- note --><metadata>m</metadata><i:view/><switch><foreignObject/><g><use xlink:href="#d" style="opacity:.5"/></g></switch><clipPath id="e"><rect width="5" height="5"/></clipPath><path id="d" clip-path="url(#e)" d="M1 1 L2 2Z"/></svg>',
);

/**
 * Time of what stands before the model: tokenizers and preprocessing, by process CPU time, best of three.
 * `npx tsx lab/speed/inputs.ts CAPTIONS.tsv TOKENIZER-FOLDER IMAGE`: captions in the last column, repeated to
 * 100,000; a folder with CLIP's vocab.json and merges.txt; a photograph.
 */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { decodeWithSharp } from '../../packages/clip/src/encoder/decode-with-sharp';
import { preprocess } from '../../packages/clip/src/encoder/preprocess';
import { loadTokenizer } from '../../packages/clip/src/tokenizer/tokenizer-file';
import { trainTokenizer } from '../../packages/clip/src/tokenizer/train-tokenizer';

const [captionFile, tokenizerFolder, image] = process.argv.slice(2);
if (captionFile === undefined || tokenizerFolder === undefined || image === undefined) {
  console.error('usage: tsx lab/speed/inputs.ts CAPTIONS.tsv TOKENIZER-FOLDER IMAGE');
  process.exit(2);
}

const lines = readFileSync(captionFile, 'utf8').split('\n').slice(1).filter(Boolean);
const captions = Array.from({ length: 100_000 }, (_, i) => lines[i % lines.length]!.split('\t').at(-1)!);

/** Seconds of CPU, the best of three, and what the last call gave. */
async function time<T>(work: () => T | Promise<T>): Promise<[seconds: number, result: T]> {
  let best = Number.POSITIVE_INFINITY;
  let result: T;
  let runs = 3;
  do {
    const before = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  } while (--runs > 0);
  return [best, result];
}

const [loading, clip] = await time(() => loadTokenizer(tokenizerFolder));
console.log(`loading ${clip.vocabularySize} tokens: ${loading.toFixed(2)} s`);
for (const [name, tokenizer] of [
  ['CLIP', clip],
  ['words', trainTokenizer(captions)],
] as const) {
  const encode = () => captions.reduce((sum, text) => sum + tokenizer.encode(text).length, 0);
  const [seconds, tokens] = await time(encode);
  console.log(
    `${name}: ${(captions.length / seconds / 1000).toFixed(0)} thousand texts/s, ${(tokens / seconds / 1e6).toFixed(1)} million tokens/s`,
  );
}
for (const vocabularySize of [1024, 4096, 16384]) {
  const [seconds, tokenizer] = await time(() => trainTokenizer(captions, { kind: 'bpe', vocabularySize }));
  const tokens = captions.reduce((sum, text) => sum + tokenizer.encode(text).length - 2, 0);
  console.log(
    `BPE of ${tokenizer.vocabularySize} tokens (at most ${vocabularySize}): trained in ${seconds.toFixed(2)} s, ${(tokens / captions.length).toFixed(1)} tokens a caption`,
  );
}

const picture = await decodeWithSharp(image, (raw) => raw);
const times = 20;
const repeat = (work: () => unknown) => async () => {
  for (let i = 0; i < times; i++) await work();
};
const ms = (seconds: number) => ((1000 * seconds) / times).toFixed(1);
const [decoding] = await time(repeat(() => decodeWithSharp(image, (raw) => raw)));
const [resizing] = await time(repeat(() => preprocess(picture, { size: 224 })));
const [sharps] = await time(
  repeat(() => sharp(image).resize(224, 224, { fit: 'cover', kernel: 'cubic' }).raw().toBuffer()),
);
console.log(
  `${picture.width} × ${picture.height} to 224: decoding ${ms(decoding)} ms, resizing and normalising ${ms(resizing)} ms; all in sharp ${ms(sharps)} ms`,
);

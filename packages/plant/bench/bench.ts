/**
 * Captions per second of processor time in mining, beside wink-nlp's own tagging pass on the same distinct captions in
 * the same run. Processor time counts the collector's threads, and leaves out the time that a busy machine gives to
 * others. Then the command on a file with one thread, two and eight: the time, the memory that it takes, and whether the
 * bytes are the same.
 *
 * What is measured is the built package, as users run it.
 *
 *   npm run bench -w @slipform/plant                   the file has 100,000 captions
 *   npm run bench -w @slipform/plant -- 1000000        a million
 *
 * COCO captions where SLIPFORM_SHARED has them, else this package's fixtures, over and over.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blockSize, type Caption, createPlant, type PlantOptions } from '@slipform/plant';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const fileSize = Number(process.argv[2] ?? 100_000);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const coco = join(
  process.env.SLIPFORM_SHARED ?? join(root, '../shared'),
  'data/captions/coco-val2017-half.tsv',
);
const fixture = fileURLToPath(new URL('../fixtures/captions.txt', import.meta.url));
const captions = existsSync(coco)
  ? [
      ...new Set(
        readFileSync(coco, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.slice(line.indexOf('\t') + 1)),
      ),
    ]
  : Array.from({ length: 200 }, () => readFileSync(fixture, 'utf8').trim().split('\n')).flat();
const blocks: Caption[][] = [];
for (let start = 0; start < captions.length; start += blockSize) {
  blocks.push(
    captions.slice(start, start + blockSize).map((caption, i) => ({ id: String(start + i), caption })),
  );
}

const nlp = winkNLP(model, ['pos']);
const tagAll = () => {
  for (const caption of captions) {
    const tokens = nlp.readDoc(caption).tokens();
    tokens.out(nlp.its.value);
    tokens.out(nlp.its.pos);
  }
};
const settings: Readonly<Record<string, PlantOptions>> = {
  'one negative': {},
  'three negatives': { perCaption: 3 },
  'replace objects only': { operations: ['replace'], slots: ['object'] },
};

/** Captions per second of this process's time. */
function rate(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return captions.length / ((user + system) / 1e6);
}

/** Tagging and mining in turns, so that a busy machine slows both alike; the best of each, and the median of the ratios. */
const rounds = 8;
console.log(`${captions.length} captions, ${rounds} rounds`);
for (const [name, options] of Object.entries(settings)) {
  const plant = createPlant(options);
  const taggings: number[] = [];
  const minings: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    taggings.push(rate(tagAll));
    minings.push(
      rate(() => {
        for (const block of blocks) plant.mineBlock(block);
      }),
    );
  }
  const [tagging, mining] = [Math.max(...taggings), Math.max(...minings)];
  const ratios = minings.map((value, i) => value / taggings[i]!).sort((a, b) => a - b);
  console.log(
    `${name.padEnd(22)} ${String(Math.round(mining)).padStart(7)} captions/s  ${(mining / tagging).toFixed(2)} × tagging (${Math.round(tagging)}); median of rounds ${ratios[rounds >> 1]!.toFixed(2)}`,
  );
}

/** The command from start to end in a process of its own, loading included: seconds, and the most memory that it held. */
async function runCommand(workers: number): Promise<{ seconds: number; peakMemory: number; hash: string }> {
  const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
  const output = join(folder, 'out.jsonl');
  const args = ['mine', file, '-o', output, '--workers', String(workers), '--json', '--quiet', '--force'];
  const summary = JSON.parse(execFileSync(process.execPath, [bin, ...args], { encoding: 'utf8' }));
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(output)) hash.update(bytes as Uint8Array);
  return { ...summary, hash: hash.digest('hex').slice(0, 12) };
}

const folder = mkdtempSync(join(tmpdir(), 'slipform-plant-bench-'));
const file = join(folder, 'in.txt');
writeFileSync(
  file,
  Array.from({ length: fileSize }, (_, i) => `${captions[i % captions.length]}\n`).join(''),
);
console.log(`\nthe command on a file of ${fileSize} captions`);
let alone: number | undefined;
for (const workers of [1, 2, 8]) {
  const { seconds, peakMemory, hash } = await runCommand(workers);
  alone ??= seconds;
  console.log(
    `${`workers ${workers}`.padEnd(22)} ${String(Math.round(fileSize / seconds)).padStart(7)} captions/s  ${(alone / seconds).toFixed(2)} × one, at most ${Math.round(peakMemory / 1e6)} MB resident, SHA-256 ${hash}…`,
  );
}
rmSync(folder, { recursive: true });

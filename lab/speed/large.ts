// npm run bench:large: what a model of ViT-B/32's size (151 million parameters, random) takes on wasm, one thread.
//
//   npx tsx lab/speed/large.ts      some minutes; 2.5 GB of temporary files
//
// Load time and peak resident memory of a whole Node process beside the weights' float32 size, in both namings,
// from float16, from shards and from a URL; images and texts a second beside the operations that they need.
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { operations, writeHuggingFace, writeOpenClip } from './large-model';

const folder = await mkdtemp(join(tmpdir(), 'slipform-large-'));
const [full, half, openClip, shards] = ['float32', 'float16', 'open-clip', 'shards'].map((name) =>
  join(folder, name),
) as [string, string, string, string];

try {
  await writeHuggingFace(full, 'float32');
  await writeHuggingFace(half, 'float16');
  await writeOpenClip(openClip);
  const saved = await measure('save', full, shards);
  const float32 = (saved.parameters! * 4) / 2 ** 20;
  console.log(
    `${saved.parameters!.toLocaleString('en-US')} parameters, ${float32.toFixed(0)} MiB in float32; Node ${process.versions.node} with tfjs's wasm backend before it: ${saved.before!.toFixed(0)} MiB\n`,
  );
  console.log('loading                     seconds   process time   peak resident   / float32 size');
  loaded('Hugging Face, F32', await measure('load', full));
  loaded('Hugging Face, F16', await measure('load', half));
  loaded('Hugging Face, shards', await measure('load', shards));
  loaded('open_clip, F32', await measure('load', openClip));
  const { url, close } = await serve(full);
  loaded('Hugging Face, F32, URL', await measure('load', url));
  close();
  console.log(
    `\nsaving in shards of 200 MB: ${saved.saveSeconds!.toFixed(1)} s, peak resident ${saved.savePeak!.toFixed(0)} MiB, ${(saved.savePeak! / float32).toFixed(2)} of float32 size`,
  );

  const embedded = await measure('embed', full);
  console.log('\nembedding, process time      batch 1   batch 8  batch 32   GFLOP each   GFLOP/s at best');
  rates('images a second', 'image', embedded);
  rates('texts of 77 tokens a second', 'text', embedded);
  const peaks = [1, 8, 32].map((batch) => embedded[`peak${batch}`]!);
  const columns = (values: readonly string[]) => values.map((value) => value.padStart(10)).join('');
  console.log(`${'peak resident, MiB'.padEnd(27)}${columns(peaks.map((peak) => peak.toFixed(0)))}`);
  console.log(`${'/ float32 size'.padEnd(27)}${columns(peaks.map((peak) => (peak / float32).toFixed(2)))}`);

  function loaded(name: string, { seconds, cpuSeconds, peak }: Record<string, number>): void {
    console.log(
      `${name.padEnd(26)}${seconds!.toFixed(1).padStart(9)}${cpuSeconds!.toFixed(1).padStart(15)}${`${peak!.toFixed(0)} MiB`.padStart(16)}${(peak! / float32).toFixed(2).padStart(17)}`,
    );
  }
} finally {
  await rm(folder, { recursive: true });
}

function rates(name: string, tower: 'image' | 'text', result: Record<string, number>): void {
  const seconds = [1, 8, 32].map((batch) => result[`${tower}${batch}`]!);
  const done = operations(tower, { lastLayerWhole: false });
  const published = operations(tower, { lastLayerWhole: true });
  const columns = seconds.map((x) => (1 / x).toFixed(2).padStart(10)).join('');
  console.log(
    `${name.padEnd(28)}${columns.slice(1)}${(done / 1e9).toFixed(2).padStart(13)}${(done / 1e9 / Math.min(...seconds)).toFixed(1).padStart(18)}   (${(published / 1e9).toFixed(2)} with the whole last layer)`,
  );
}

/** Runs lab/speed/large-child.ts and reads what it prints. */
async function measure(...args: string[]): Promise<Record<string, number>> {
  const child = fileURLToPath(new URL('large-child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child, ...args]);
  return JSON.parse(stdout);
}

async function serve(from: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const file = join(from, basename(request.url ?? ''));
    stat(file).then(
      ({ size }) => {
        response.writeHead(200, { 'content-length': size });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

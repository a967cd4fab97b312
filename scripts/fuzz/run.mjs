#!/usr/bin/env node
// Looks for files that break the contract of our parsers (contract.ts), with Jazzer.js, which is libFuzzer for Node: it keeps
// what reaches new code and changes that further.
//
//   node scripts/fuzz/run.mjs                              all parsers, ten minutes
//   node scripts/fuzz/run.mjs --seconds 60 --keep grown parquet npy
//
// It starts from scripts/fuzz/corpus, prints a table of executions and branches reached, and ends with 1 if it found something: what
// happened, and the command that puts the file into the corpus, where `npm test` reads it ever after.
// Exit 77: npm could not get Jazzer, which is no dependency of this repository, since its native part is for five platforms alone.

import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { complaint, npmProject } from '../kept.mjs';
import project from './project/package.json' with { type: 'json' };

const here = import.meta.dirname;
const parsers = await readdir(join(here, 'corpus'));
const { values: options, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '75' }, keep: { type: 'string' } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : parsers;
const stranger = names.find((name) => !parsers.includes(name));
if (stranger !== undefined || !/^[1-9]\d*$/.test(options.seconds)) {
  const wrong = stranger === undefined ? '--seconds must be a number' : `no parser is called ${stranger}`;
  console.error(`fuzz: ${wrong}; the parsers are ${parsers.join(', ')}.`);
  process.exit(2);
}

const jazzer = await installed();
const grown = resolve(options.keep ?? (await mkdtemp(join(tmpdir(), 'slipform-fuzz-'))));
const rows = [];
let found = 0;
for (const name of names) {
  const folder = join(grown, name);
  await mkdir(folder, { recursive: true });
  const target = join(grown, `${name}.cjs`);
  await build({
    stdin: {
      contents: `import { meterArrays } from './contract'; meterArrays(); export { ${name} as fuzz } from './readers';`,
      resolveDir: here,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@tensorflow/*'],
    outfile: target,
    logLevel: 'error',
  });
  const seeds = join(here, 'corpus', name);
  const dictionary = join(grown, `${name}.dict`);
  await writeFile(dictionary, await dictionaryOf(seeds));
  const limits = [
    '-max_len=16384',
    '-rss_limit_mb=1024',
    '-timeout=10',
    `-artifact_prefix=${join(grown, `${name}-`)}`,
  ];
  const fuzzing = await run(
    target,
    [folder, seeds],
    [],
    [...limits, `-dict=${dictionary}`, `-max_total_time=${options.seconds}`, '-print_final_stats=1'],
  );
  // A target that never settles lets Node end, with 0 and without a last word.
  const isWhole = /number_of_executed_units/.test(fuzzing.said);
  if (fuzzing.code !== 0 || !isWhole) {
    found += 1;
    if (!isWhole)
      console.error(
        `fuzz: ${name} ended early, with ${fuzzing.code}; the last file that it read was not noted.`,
      );
    for (const file of (await readdir(grown)).filter(
      (each) => each.startsWith(`${name}-`) && /-(crash|oom|timeout|leak)-/.test(each),
    )) {
      const content = await readFile(join(grown, file), 'base64');
      console.error(`base64 -d > scripts/fuzz/corpus/${name}/found-${file.slice(-8)} <<< ${content}`);
    }
    console.error(
      fuzzing.said
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .slice(-40)
        .join('\n'),
    );
  }
  for (const seed of await readdir(seeds)) await copyFile(join(seeds, seed), join(folder, `seed-${seed}`));
  const report = join(grown, `${name}-coverage`);
  await run(
    target,
    [folder],
    ['--mode=regression', '--coverage', '--coverage_reporters=json', `--coverage_directory=${report}`],
    [],
  );
  const stat = (pattern) => Number(pattern.exec(fuzzing.said)?.[1] ?? 0);
  rows.push({
    parser: name,
    executions: stat(/number_of_executed_units: (\d+)/),
    'kept files': (await readdir(folder)).length,
    'peak MiB': stat(/peak_rss_mb:\s+(\d+)/),
    'slowest s': stat(/slowest_unit_time_sec:\s+(\d+)/),
    ...(await branchesOf(join(report, 'coverage-final.json'), target)),
    found: fuzzing.code === 0 && isWhole ? 0 : 1,
  });
  console.error(`${name}: ${JSON.stringify(rows.at(-1))}`);
}
console.table(rows);
if (found > 0)
  console.error(`fuzz: ${found} of ${names.length} parsers broke the contract; the files are in ${grown}.`);
else if (options.keep === undefined) await rm(grown, { recursive: true });
process.exitCode = found > 0 ? 1 : 0;

/** The folder's program, which npm gets once. */
async function installed() {
  try {
    const folder = await npmProject(
      `jazzer-${project.dependencies['@jazzer.js/core']}`,
      join(here, 'project'),
    );
    return join(folder, 'node_modules', '.bin', 'jazzer');
  } catch (error) {
    console.error(`fuzz: npm could not get Jazzer: ${complaint(error.said || error.message)}`);
    process.exit(77);
  }
}

/** Runs Jazzer in a small heap; what it says comes back with its exit code. Into a file: what libFuzzer writes to a full pipe is lost. */
async function run(target, folders, flags, limits) {
  const log = await open(`${target}.log`, 'w');
  const code = await new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=256', jazzer, target, ...folders, ...flags, '--timeout=10000', '--', ...limits],
      {
        stdio: ['ignore', log.fd, log.fd],
        env: { ...process.env, NODE_PATH: join(here, '..', '..', 'node_modules') },
      },
    );
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  await log.close();
  return { code, said: await readFile(`${target}.log`, 'utf8') };
}

/** Words of the seeds, and what is often read wrongly. libFuzzer finds those that are compared by itself. */
async function dictionaryOf(seeds) {
  const words = new Set([
    '__proto__',
    'constructor',
    'null',
    '1e999',
    '-0',
    '-1',
    'NaN',
    '9007199254740993',
    '[]',
    '{}',
    '\\ud800',
  ]);
  for (const file of await readdir(seeds)) {
    const text = await readFile(join(seeds, file), 'latin1');
    for (const [word] of text.matchAll(/"[\w. -]{1,30}"(?::\s*)?|[\w-]{3,20}/g)) words.add(word);
  }
  return [...words]
    .slice(0, 400)
    .map((word) => `"${word.replace(/[\\"]/g, '\\$&')}"\n`)
    .join('');
}

/** Branches reached of those in our own files, whose paths stand as comments in the bundle; each file with ten or more is listed. */
async function branchesOf(report, target) {
  const [{ branchMap, b: hits }] = Object.values(JSON.parse(await readFile(report, 'utf8')));
  let file;
  const fileOfLine = (await readFile(target, 'utf8')).split('\n').map((line) => {
    if (line.startsWith('// ')) {
      file = /node_modules/.test(line)
        ? undefined
        : /^\/\/ (?:.*\/)?((?:packages|internal)\/.*)/.exec(line)?.[1];
    }
    return file;
  });
  const files = {};
  for (const [id, { loc }] of Object.entries(branchMap)) {
    const name = fileOfLine[loc.start.line - 1];
    if (name === undefined) continue;
    files[name] ??= [];
    files[name].push(...hits[id].map((count) => count > 0));
  }
  const share = (counts) => `${counts.filter(Boolean).length} of ${counts.length}`;
  for (const [name, counts] of Object.entries(files)) {
    if (counts.length >= 10 && counts.includes(true)) console.log(`${share(counts).padEnd(12)} ${name}`);
  }
  return { branches: share(Object.values(files).flat()) };
}

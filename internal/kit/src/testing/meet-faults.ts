import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom, type Random } from '../random/random';
import { type FaultCommand, writeFaultInputs } from './fault-commands';

const shim = new URL('./fault-shim.mjs', import.meta.url).href;
const packages = fileURLToPath(new URL('../../../../packages', import.meta.url));

const faultCalls = ['write', 'fsync', 'rename', 'open', 'mkdir', 'link'] as const;
type FaultCall = (typeof faultCalls)[number];

interface Fault {
  readonly call: FaultCall;
  readonly kind: 'EIO' | 'ENOSPC' | 'short';
  /** The n-th call, from 1; 0: none fails. */
  readonly at: number;
}

const kindsOf = (call: FaultCall): readonly Fault['kind'][] =>
  call === 'write' ? ['short', 'EIO', 'ENOSPC'] : ['EIO', 'ENOSPC'];

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly injected: number;
  readonly counts: Readonly<Record<FaultCall, number>>;
}

/** Runs a program with the shim before it. */
function runWithFault(folder: string, program: readonly string[], { call, kind, at }: Fault): Promise<Ended> {
  const report = `${folder}.report`;
  rmSync(report, { force: true });
  const env = {
    ...process.env,
    FAULT_FOLDER: folder,
    FAULT_CALL: call,
    FAULT_AT: `${at}`,
    FAULT: kind,
    FAULT_REPORT: report,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', shim, ...program], { env, cwd: folder }, (error, _, said) => {
      const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : [];
      const threads = lines.map((line) => JSON.parse(line) as Pick<Ended, 'counts' | 'injected'>);
      rmSync(report, { force: true });
      resolve({
        code: error === null ? 0 : Number(error.code ?? -1),
        said,
        injected: threads.reduce((sum, { injected }) => sum + injected, 0),
        // Of the main thread, which ends last.
        counts: threads.at(-1)?.counts ?? { write: 0, fsync: 0, rename: 0, open: 0, mkdir: 0, link: 0 },
      });
    });
  });
}

interface Amount {
  readonly most: number;
  readonly kinds?: number;
}

interface Met {
  readonly runs: number;
  readonly injected: number;
  readonly failed: number;
  /** What is wrong, one line each. */
  readonly problems: readonly string[];
}

/**
 * Lets calls of a command fail, one after the other: each call if there are no more than `most` of a sort, else as many of
 * them, the first and the last among these; each by so many `kinds` of fault. Every second run finds an old output and is
 * given --force.
 */
export async function meetFaults(command: FaultCommand, { most, kinds = 3 }: Amount): Promise<Met> {
  const home = join(packages, command.package, 'node_modules');
  mkdirSync(home, { recursive: true });
  const base = realpathSync(mkdtempSync(join(home, '.faults-')));
  try {
    return await meetIn(base, command, most, kinds);
  } finally {
    rmSync(base, { recursive: true });
  }
}

async function meetIn(base: string, command: FaultCommand, most: number, kinds: number): Promise<Met> {
  const bin = join(packages, command.package, 'bin', `slipform-${command.package}.js`);
  const model = join(base, 'model');
  mkdirSync(model);
  writeFaultInputs(model);
  const fresh = () => {
    const folder = join(base, 'run');
    rmSync(folder, { recursive: true, force: true });
    cpSync(model, folder, { recursive: true });
    return folder;
  };
  const run = (folder: string, fault: Fault, ...more: string[]) => {
    const args = command.args.replaceAll('DIR', folder).split(' ').filter(Boolean);
    return runWithFault(folder, [bin, ...args, ...more], fault);
  };
  const none: Fault = { call: 'write', kind: 'EIO', at: 0 };
  const contentOf = async (folder: string) => {
    const contents = command.outputs.map((output) => contentsOf(folder, output, command.same));
    return JSON.stringify((await Promise.all(contents)).flat());
  };

  // What is right, and what an older run left.
  const first = fresh();
  const counted = await run(first, none);
  if (counted.code !== 0)
    return { runs: 1, injected: 0, failed: 1, problems: [`without a fault: ${counted.said}`] };
  const right = await contentOf(first);
  const old = join(base, 'old');
  for (const output of command.outputs) putOld(first, old, output);
  const oldContent = await contentOf(old);
  const allowed = new Set(allFilesIn(first));

  const random = createRandom(1);
  const faults = faultCalls.flatMap((call) =>
    kindsOf(call)
      .slice(0, kinds)
      .flatMap((kind) => sample(counted.counts[call], most, random).map((at) => ({ call, kind, at }))),
  );
  const problems: string[] = [];
  let injected = 0;
  let failed = 0;
  for (const [i, fault] of faults.entries()) {
    const folder = fresh();
    const isOver = i % 2 === 1;
    if (isOver) cpSync(old, folder, { recursive: true });
    const force = isOver ? ['--force'] : [];
    const ended = await run(folder, fault, ...force);
    injected += ended.injected;
    if (ended.code !== 0) failed += 1;
    const say = (what: string) =>
      problems.push(
        `${command.name}${isOver ? ' --force' : ''}, ${fault.kind} at ${fault.call} ${fault.at}: ${what}; it said ${JSON.stringify(ended.said)}`,
      );
    const content = await contentOf(folder);
    if (ended.code === 0 && content !== right) say('exit code 0 and not the right bytes');
    // JSON of no files at all.
    const before = isOver ? oldContent : '[]';
    const isPartOfFolder = command.outputs.length > 1 && command.package === 'plant';
    const isWhole = isPartOfFolder
      ? await eachIs(folder, command, [first, ...(isOver ? [old] : [])])
      : content === before || content === right;
    if (!isWhole) say('neither what was there nor what is right');
    if (ended.code !== 0 && !isSentence(ended.said, command, folder)) say('no sentence that names the file');
    if (![0, 1].includes(ended.code)) say(`exit code ${ended.code}`);

    // Whatever is left beside, also beside an output that is right, is put in order by the next run.
    const again = content === '[]' ? [] : ['--force'];
    const whole = await run(folder, none, ...again);
    if (whole.code !== 0) say(`a run afterwards ends with ${whole.code}: ${whole.said}`);
    if ((await contentOf(folder)) !== right) say('a run afterwards does not make the right bytes');
    const left = allFilesIn(folder).filter((name) => !allowed.has(name) && !name.endsWith('.done.json'));
    if (left.length > 0) say(`left behind: ${left.join(', ')}`);
  }
  return { runs: faults.length, injected, failed, problems };
}

/** Numbers from 1 to `count`, or a sample of them with both ends. */
function sample(count: number, most: number, random: Random): number[] {
  const all = Array.from({ length: count }, (_, i) => i + 1);
  if (count <= most) return all;
  const chosen = new Set([1, count].slice(0, most));
  while (chosen.size < most) chosen.add(1 + random.below(count));
  return all.filter((at) => chosen.has(at));
}

type Same = FaultCommand['same'];

/** The files of an output with their bytes; none if it is not there. */
async function contentsOf(folder: string, output: string, same: Same): Promise<[string, unknown][]> {
  const path = join(folder, output);
  if (!existsSync(path)) return [];
  if (statSync(path).isDirectory()) {
    const names = readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .sort();
    return (await Promise.all(names.map((name) => contentsOf(folder, join(output, name), same)))).flat();
  }
  const bytes = readFileSync(path);
  return [[output, same && isJson(bytes) ? same(bytes) : bytes.toString('base64')]];
}

function isJson(bytes: Buffer): boolean {
  try {
    return typeof JSON.parse(bytes.toString()) === 'object';
  } catch {
    return false;
  }
}

/** Whether each output alone is missing or is that of one of the folders. */
async function eachIs(
  folder: string,
  { outputs, same }: FaultCommand,
  others: readonly string[],
): Promise<boolean> {
  for (const output of outputs) {
    const [own, ...allowed] = await Promise.all(
      [folder, ...others].map(async (one) => JSON.stringify(await contentsOf(one, output, same))),
    );
    if (!allowed.includes(own!) && !(others.length === 1 && own === '[]')) return false;
  }
  return true;
}

/** Writes an older output of the same names. */
function putOld(from: string, to: string, output: string): void {
  const source = join(from, output);
  if (statSync(source).isDirectory()) {
    for (const name of readdirSync(source)) putOld(from, to, join(output, name));
    return;
  }
  mkdirSync(dirname(join(to, output)), { recursive: true });
  writeFileSync(join(to, output), 'old');
}

function allFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}

/** Lines of the command's own, the first of which names a file and ends with a full stop; no stack. */
function isSentence(said: string, command: FaultCommand, folder: string): boolean {
  const name = `slipform-${command.package}: `;
  const lines = said
    .split('\n')
    .filter((line) => line !== '' && !/^(training|judging|embedding)\b/.test(line));
  return (
    lines.length > 0 &&
    lines.every((line) => line.startsWith(name) && line.endsWith('.')) &&
    lines.some((line) => line.includes(folder)) &&
    !/this is a bug|\n {4}at /.test(said)
  );
}

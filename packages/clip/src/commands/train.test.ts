import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The built command in processes of its own, which are stopped and killed as a user's are.
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin', 'slipform-clip.js');
let folder: string;

beforeAll(async () => {
  // Below the package, so that a bare import finds it as in a user's project.
  await mkdir(join(root, 'node_modules'), { recursive: true });
  folder = await mkdtemp(join(root, 'node_modules', '.train-test-'));
  await writeFile(join(folder, 'train.mjs'), config);
});
afterAll(() => rm(folder, { recursive: true }));

const config = `
import { adamW, budgetObserver, createClip, metricsFile, trainTokenizer } from '@slipform/clip';
import { cementLoss, gradientBudget } from '@slipform/cement-loss';
const { STOP_SIGNAL, STOP_AFTER, STOP_DELAY } = process.env;
let first;
/** The process stops itself, so that it can't be further on than the test thinks, however busy the machine is. */
function stopWhereAsked(step) {
  first ??= step;
  if (STOP_SIGNAL && step === first + Number(STOP_AFTER)) setTimeout(() => process.kill(process.pid, STOP_SIGNAL), Number(STOP_DELAY));
}
export default ({ seed }) => {
  const captions = ['a red square', 'a blue circle', 'a red circle', 'a blue square'];
  const tokenizer = trainTokenizer(captions);
  const tower = { width: 16, layers: 2, heads: 2 };
  const model = createClip({
    embeddingSize: 8,
    image: { ...tower, imageSize: 8, patchSize: 4 },
    text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
  }, { seed });
  const tokens = captions.map((caption) => tokenizer.encode(caption));
  return {
    model, tokenizer, steps: 40, output: 'model',
    optimizer: adamW({ learningRate: 0.01, warmupSteps: 5, clipNorm: 1 }),
    data: (step) => stopWhereAsked(step) ?? ({
      images: Float32Array.from({ length: 768 }, (_, i) => Math.sin(0.1 * i * (1 + step))),
      tokens, hardTokens: [tokens[1], tokens[2], tokens[3], tokens[0]], concreteness: [4, 3, 4, 3],
    }),
    loss: (batch, options) => cementLoss(batch, options),
    observe: [budgetObserver({ budget: gradientBudget, every: 5 }), metricsFile({ to: () => {}, every: 5 })],
  };
};
`;

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [bin, 'train', 'train.mjs', ...args], { cwd: folder });
}

interface Stop {
  readonly signal: NodeJS.Signals;
  /** Steps after the first one of this life. */
  readonly after: number;
  /** Milliseconds after that step began. */
  readonly delay: number;
}

function startAndStop({ signal, after, delay }: Stop, ...args: string[]): ChildProcess {
  const env = { ...process.env, STOP_SIGNAL: signal, STOP_AFTER: `${after}`, STOP_DELAY: `${delay}` };
  return spawn(process.execPath, [bin, 'train', 'train.mjs', ...args], { cwd: folder, env });
}

/** Waits for the end of a process. */
function ended(child: ChildProcess) {
  return new Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>(
    (done) => {
      let [stdout, stderr] = ['', ''];
      child.stdout!.on('data', (text: Buffer) => {
        stdout += text;
      });
      child.stderr!.on('data', (text: Buffer) => {
        stderr += text;
      });
      child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
    },
  );
}

/** Metrics without what a clock showed. */
async function metricsOf(file: string) {
  const text = await readFile(join(folder, file), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { clock, ...rest } = JSON.parse(line);
      expect(clock.stepsPerSecond).toBeGreaterThan(0);
      return rest;
    });
}

describe('slipform-clip train', () => {
  it.each([
    [4, 'one thread', []],
    [2, 'two workers', ['--workers', '2']],
  ])(
    'killed at %i random moments and resumed, gives the bytes of an unbroken run: %s',
    async (kills, name, threads) => {
      const flags = ['--seed', '3', ...threads];
      const [whole, broken] = [`whole ${name}`, `killed ${name}`];
      const unbroken = await ended(start('-o', whole, ...flags, '--metrics', `${whole}.jsonl`));
      expect(unbroken).toMatchObject({ code: 0 });
      const weights = (output: string) => readFile(join(folder, output, 'model.safetensors'));

      const killed = ['-o', broken, ...flags, '--metrics', `${broken}.jsonl`, '--resume', '--json'];
      killed.push('--checkpoint-every', '1');
      const normal = normalNumbers(7);
      const died: number[] = [];
      for (let kill = 0; kill < kills; kill++) {
        // Some steps after the first one of this life, in a step or in the midst of writing a checkpoint.
        const [after, delay] = [1 + Math.ceil(Math.abs(normal()) * 4), Math.abs(normal()) * 5];
        const end = await ended(startAndStop({ signal: 'SIGKILL', after, delay }, ...killed));
        expect(end.signal).toBe('SIGKILL');
        if (kill > 0) expect(end.stderr).toMatch(/^going on after step \d+, from killed/m);
        died.push(Number([...end.stdout.matchAll(/"step":(\d+)/g)].at(-1)![1]));
      }
      expect(died.at(-1)).toBeGreaterThan(died[0]!);
      const last = await ended(start(...killed, '--checkpoint-every', '5'));
      expect(last.code, last.stderr).toBe(0);
      // The last step that it reported may not have been saved, the next one may have been.
      const resumed = Number(/^going on after step (\d+),/m.exec(last.stderr)![1]);
      expect(Math.abs(resumed - died.at(-1)!)).toBeLessThanOrEqual(1);
      expect(await weights(broken)).toEqual(await weights(whole));
      expect(await metricsOf(`${broken}.jsonl`)).toEqual(await metricsOf(`${whole}.jsonl`));
      const kept = (await readdir(join(folder, broken, 'checkpoints'))).sort();
      expect(kept).toEqual(['step-00000030', 'step-00000035', 'step-00000040']);
    },
  );

  it('saves a checkpoint on Ctrl-C and tells how to go on', async () => {
    const flags = ['-o', 'stopped', '--checkpoint-every', '1000', '--json', '--backend', 'cpu'];
    const stopped = await ended(startAndStop({ signal: 'SIGINT', after: 2, delay: 0 }, ...flags));
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toMatch(
      /stopped after \d+ of 40 steps; the run is saved in stopped.checkpoints.step-\d+, and the same command with --resume goes on/,
    );
    const refused = await ended(start(...flags));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/holds checkpoints of a run already/);
    const other = await ended(start(...flags, '--resume', '--seed', '4'));
    expect(other.stderr).toMatch(/seed is 4 now and was 0 there/);
    const going = await ended(start(...flags, '--resume', '--backend', 'wasm'));
    expect(going.stderr).toMatch(/which was saved with cpu, version \S+; this is wasm/);
    expect(going).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, 'stopped'))).toContain('model.safetensors');
    // The run is over: it is saved again, and trained no more.
    const over = await ended(start(...flags, '--resume'));
    expect(over).toMatchObject({ code: 0, stdout: '' });
  });
});

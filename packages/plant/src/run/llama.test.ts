import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { useTemporaryFolder } from '../testing/temporary-folder';

/** The address of `scripts/tiny-llama.py`. */
const address = process.env.SLIPFORM_LLAMA;
const bin = fileURLToPath(new URL('../../bin/slipform-plant.js', import.meta.url));
const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8').split('\n');
const { file, path } = useTemporaryFolder();

async function mine(output: string, ...more: string[]) {
  const args = [
    'mine',
    file('in.txt', fixture.slice(0, 20).join('\n')),
    '-o',
    path(output),
    '--json',
    '--model',
    'tiny',
    '--no-key',
    ...more,
  ];
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, stderr, summary: status === 0 ? JSON.parse(stdout) : undefined };
}
const answersOf = (output: string) =>
  readdirSync(path(`${output}.answers`), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      readFileSync(join(parentPath, name), 'utf8').split('\n').slice(1).join('\n'),
    );

describe.skipIf(address === undefined)(
  'llama.cpp’s own server, a model of random weights (SLIPFORM_LLAMA)',
  () => {
    const of = (count: number) => ({
      type: 'json_schema',
      json_schema: {
        name: 'ratings',
        schema: {
          type: 'array',
          items: { type: 'integer', minimum: 0, maximum: 100 },
          minItems: count,
          maxItems: count,
        },
      },
    });

    test('echoes nothing, which a scorer notices: it chats, and numbers that fit are taken', async () => {
      const fields = JSON.stringify({ response_format: of(8), max_tokens: 100 });
      const { summary } = await mine('scored.jsonl', '--scorer', address!, '--fields', fields);
      const { requests, refused } = summary.hooks.scorer;
      const kept = answersOf('scored.jsonl');
      expect(kept).toContain('not offered');
      const lists = kept.filter((answer) => answer.startsWith('['));
      expect(lists.length).toBeGreaterThan(0);
      for (const list of lists) expect(JSON.parse(list)).toHaveLength(8);
      expect(requests).toBe(1 + lists.length + refused);
      expect(summary.refusals.scorer).toBe(refused);
    });

    test('says nothing of use to a rewriter: all is refused, and ours stays', async () => {
      const { summary } = await mine('worded.jsonl', '--rewriter', address!, '--fields', '{"max_tokens":16}');
      expect(summary.refusals.rewrite).toBe(summary.negatives);
      expect(summary.hooks.rewriter).toMatchObject({ requests: summary.negatives, refused: 0 });
      expect(summary.hooks.rewriter.tokens).toBeGreaterThan(100);
    });
  },
);

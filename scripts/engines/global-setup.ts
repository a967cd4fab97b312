import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { mineOptions, writeShards } from './captions';
import { plantBin } from './processes';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with `in/`, twelve files of captions, and `loop/`, what a plain loop made of them. */
    readonly engines: string;
  }
}

/** What all engines' outputs are compared with: one process that mines file after file; no engine, no tasks. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'slipform-engines-'));
  writeShards(join(folder, 'in'));
  const plant = (...args: string[]) => execFileSync(process.execPath, [plantBin, ...args], { cwd: folder });
  plant('mine', 'in/*.jsonl', '-o', 'loop/', '--quiet', ...mineOptions);
  plant('merge', 'loop/', '--quiet');
  project.provide('engines', folder);
  return () => rmSync(folder, { recursive: true });
}

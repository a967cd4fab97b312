import { availableParallelism, cpus } from 'node:os';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';
import { version } from '../../package.json';
import type { ExperimentRecord } from '../report/record';
import type { Result } from '../scoring/result';
import type { RunFlags } from './run-options';
import type { RunPart } from './run-plan';

/** What results.json of a run holds. */
export function runRecord(
  results: readonly Result[],
  { models }: RunPart,
  flags: Pick<RunFlags, 'seed' | 'backend'>,
  startedAt: Date,
): ExperimentRecord {
  const benchmarks = [...new Set(results.map((result) => result.benchmark))];
  const title = models.map(({ name }) => name).join(', ');
  return {
    format: 'slipform-experiment',
    version: 2,
    title: `${title} on ${benchmarks.join(', ')}`,
    command: ['slipform-bench', ...process.argv.slice(2).map(withoutSecrets)].join(' '),
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
    environment: describeEnvironment(flags.backend),
    settings: { seed: String(flags.seed) },
    conclusion: [],
    results,
    comparisons: [],
    runs: [],
  };
}

/** What a run was made with, in words, for results and reports. */
function describeEnvironment(backend: string): Record<string, string> {
  return {
    'slipform-bench': version,
    backend,
    node: process.version,
    system: `${process.platform} ${process.arch}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  };
}

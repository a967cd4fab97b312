import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { interpreter, launchers, whyNoModule } from './processes';

const missing = whyNoModule('kubernetes_validate');
const job = join(launchers, 'mine-job.yaml');

// Kubernetes' own schemas of its API, which the package brings; `--strict` refuses fields that it doesn't know.
describe.skipIf(missing !== undefined)(`the manifest and the Dockerfile (skipped: ${missing})`, () => {
  const tool = (name: string, ...args: string[]) =>
    spawnSync(join(dirname(interpreter), name), args, { encoding: 'utf8' });
  const validate = (file: string, version: string) =>
    tool('kubernetes-validate', '--strict', '--kubernetes-version', version, file);

  it.each(['1.33', '1.34'])('the Indexed Job is what the API of Kubernetes %s takes', (version) => {
    const { status, stdout, stderr } = validate(job, version);
    expect(status, stdout + stderr).toBe(0);
    expect(stdout + stderr).toMatch(/passed for resource job\/mine/);
  });

  it('a misspelled field is refused', () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipform-manifest-'));
    const faulty = join(folder, 'job.yaml');
    writeFileSync(
      faulty,
      readFileSync(job, 'utf8').replace('podReplacementPolicy', 'podReplacementPolicies'),
    );
    expect(validate(faulty, '1.33').status).not.toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('hadolint finds nothing in the Dockerfile', () => {
    const { status, stdout } = tool('hadolint', join(launchers, 'Dockerfile'));
    expect([status, stdout]).toEqual([0, '']);
  });
});

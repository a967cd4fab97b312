import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const folder = import.meta.dirname;
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'package.json')))
  .map(({ name }) => name);

describe('examples', () => {
  it('has one for each package', () => {
    const used = new Set(
      examples.flatMap((name) =>
        Object.keys(JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')).dependencies ?? {}),
      ),
    );
    // Icons come in examples/open-clip, by their command.
    for (const name of readdirSync(join(folder, '..', 'packages')).filter((name) => name !== 'icons'))
      expect(used).toContain(`@slipform/${name}`);
  });

  // keep-search takes minutes, and has a test of its own.
  it.each(examples.filter((name) => name !== 'keep-search'))(
    '%s runs and prints what it says',
    async (name) => {
      const { stdout, stderr } = await run(process.execPath, ['main.mjs'], { cwd: join(folder, name) });
      expect(stderr).toBe('');
      const expected = readFileSync(join(folder, name, 'expected.txt'), 'utf8')
        .split('\n')
        .filter(Boolean);
      expect(expected.length).toBeGreaterThan(0);
      for (const line of expected) expect(stdout).toMatch(new RegExp(line, 'm'));
    },
  );
});

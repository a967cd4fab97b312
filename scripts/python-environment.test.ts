import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkedFolder } from './kept.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-python-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Done {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The script with a python of the test's own: a shell script that is called with python's arguments. */
function install(groups: string[], python: string): Promise<Done> {
  const program = join(folder, 'python');
  writeFileSync(program, `#!/bin/bash\n${python}\n`);
  chmodSync(program, 0o755);
  const script = join(import.meta.dirname, 'python', 'install.mjs');
  const env = { ...process.env, PYTHON: program, SLIPFORM_CACHE: join(folder, 'cache') };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...groups], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** What `python -c` prints of its version; `-m venv FOLDER` makes a python that does `pip`. */
const python = (version: string, pip: string) => `
case "$1 $2" in
  '-c '*) echo "/usr/bin/python3 ${version}" ;;
  '-m venv') mkdir -p "$3/bin" && printf '#!/bin/bash\\n%s\\n' '${pip}' > "$3/bin/python" && chmod +x "$3/bin/python" ;;
esac`;

describe('the environment for Python', () => {
  it('is made once for the same groups in any order, also by two at once, and its python is printed', async () => {
    const whole = python('3 11 4', `echo "$@" >> ${folder}/calls`);
    const twice = await Promise.all([
      install(['torch', 'clients'], whole),
      install(['clients', 'torch'], whole),
    ]);
    expect(twice.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(twice[0]!.stdout).toBe(twice[1]!.stdout);
    expect(twice[0]!.stdout).toMatch(/python-clients-torch-[0-9a-f]{12}\.\d+-\d+\/bin\/python\n$/);
    const made = readdirSync(join(folder, 'cache'));
    expect(made.length).toBe(2); // the folder and its name: the other run's folder is gone
    expect(await install(['torch', 'clients'], python('3 11 4', 'exit 1'))).toEqual({
      code: 0,
      stdout: twice[0]!.stdout,
      stderr: '',
    });
  });

  it.each([
    [
      python('3 9 2', 'true'),
      77,
      /needs Python 3\.10 or newer, and .*python is 3\.9\.2; PYTHON can name one\n$/,
    ],
    ['exit 1', 77, /needs Python 3\.10 or newer, and there is no Python; PYTHON can name one\n$/],
    [
      python('3 11 4', 'echo "ERROR: No matching distribution found for torch" >&2; exit 1'),
      77,
      /pip could not get the packages from PyPI: ERROR: No matching distribution found for torch\n$/,
    ],
    [
      python('3 11 4', 'echo "error: disk full" >&2; exit 1'),
      1,
      /pip could not install the packages: error: disk full\n$/,
    ],
    [
      'if [ "$1" = -c ]; then echo /usr/bin/python3 3 11 4; else echo "no ensurepip" >&2; exit 1; fi',
      77,
      /makes no virtual environment \(no ensurepip\); install python3-venv\n$/,
    ],
  ])('says what is missing: %#', async (program, code, message) => {
    const done = await install(['torch'], program);
    expect(done).toMatchObject({ code, stdout: '' });
    expect(done.stderr).toMatch(message);
    if (existsSync(join(folder, 'cache'))) expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });
});

describe('a folder by a link', () => {
  const fillWith = (text: string) => async (made: string) => {
    const { mkdir, writeFile } = await import('node:fs/promises');
    await mkdir(made);
    await writeFile(join(made, 'file'), text);
  };

  it.each([true, false])('is one for many at once; a link to what is gone there: %s', async (isLinked) => {
    const name = join(folder, 'name');
    if (isLinked) symlinkSync('gone', name);
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, i) => linkedFolder(name, fillWith(String(i)))),
    );
    // Each has a whole folder; where there was no link, all have the first one's, and the others' are gone.
    for (const each of made) expect(readdirSync(each)).toEqual(['file']);
    expect(made).toContain(realpathSync(name));
    if (!isLinked) expect(readdirSync(folder).length).toBe(2);
  });

  it('leaves nothing where filling it fails, and takes the place of a link to what is gone', async () => {
    const name = join(folder, 'name');
    await expect(
      linkedFolder(name, async (made: string) => {
        await fillWith('half')(made);
        throw new Error('no more');
      }),
    ).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
    const first = await linkedFolder(name, fillWith('whole'));
    expect(await linkedFolder(name, fillWith('other'))).toBe(first);
    rmSync(first, { recursive: true });
    expect(lstatSync(name).isSymbolicLink()).toBe(true);
    const second = await linkedFolder(name, fillWith('anew'));
    expect(readdirSync(second)).toEqual(['file']);
  });
});

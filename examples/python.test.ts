// With SLIPFORM_PYTHON alone: the programs of examples/python, each where its library is installed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithPython, python } from '@slipform/kit/testing/python';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

describeWithPython('programs of Python', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipform-python-'));
    mkdirSync(release(''));
    const archive = join(root, 'examples/testing/mined.tar.gz');
    execFileSync('tar', ['-xzf', archive, '-C', release('')]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (program: string, ...args: string[]) =>
    execFileSync(python!, [join(root, 'examples/python', program), ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...{ HF_HUB_OFFLINE: '1', HF_DATASETS_CACHE: join(folder, 'cache') },
        PYTHONPATH: join(root, 'integrations/python/src'),
      },
    });
  // Found, not imported: that alone takes seconds.
  const lacks = (module: string) =>
    execFileSync(python!, ['-c', `import importlib.util as u; print(not u.find_spec("${module}"))`], {
      encoding: 'utf8',
    }).trim() === 'True';
  const plant = (...args: string[]) =>
    execFileSync(process.execPath, [join(root, 'packages/plant/bin/slipform-plant.js'), ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const release = (name: string) => join(folder, 'release', name);
  /** The first loss that a program prints, and the last. */
  const losses = (text: string) => {
    const found = [...text.matchAll(/(?:loss|then) (\d+\.\d+)/g)].map(([, loss]) => Number(loss));
    return [found[0]!, found.at(-1)!] as const;
  };

  it.each(['jsonl', 'parquet'])('load_dataset reads %s by its card', (format) => {
    const rows = join(folder, format);
    cpSync(release(`records.${format}`), join(rows, `records.${format}`));
    plant('card', join(rows, `records.${format}`));
    // A row with a reason has no negative.
    const count = readFileSync(release('records.jsonl'), 'utf8').match(/"negative":/g)!.length;
    const [first, second, ...rest] = run('load_rows.py', rows).split('\n');
    for (const line of [first, second]) expect(line).toMatch(/^A .* → A /);
    expect(rest.join('\n')).toMatch(new RegExp(`^${count} rows, (double|float64) concreteness\n$`));
  });

  it('Lightning trains with the loss', ({ skip }) => {
    if (lacks('lightning')) skip('lightning is not installed');
    const [first, last] = losses(run('lightning_loop.py'));
    expect(last).toBeLessThan(first / 2);
  });

  it('the Trainer of transformers trains with the loss', ({ skip }) => {
    if (lacks('accelerate')) skip('accelerate is not installed');
    const [first, last] = losses(run('transformers_trainer.py'));
    expect(last).toBeLessThan(first);
  });

  it('open_clip trains by LoRA, and loads the merged weights', ({ skip }) => {
    if (lacks('open_clip')) skip('open_clip is not installed');
    for (const name of ['pictures', 'records.jsonl'])
      cpSync(release(name), join(folder, name), { recursive: true });
    const said = run('open_clip_lora.py', folder, join(root, 'examples/open-clip/tiny.json'));
    const [first, last] = losses(said);
    expect(last).toBeLessThan(first / 2);
    expect(Number(/moved (\S+)/.exec(said)![1])).toBeLessThan(1e-5);
    // Of each tower's two blocks: attention's two matrices, and those of the two layers behind it.
    expect(said).toContain('16384 weights trained; 16 of 62 tensors are other ones');
  });

  it.for([
    ['triplets', 'triplets', 'negative'],
    ['cement', 'records', "negative_1', 'negative_2', 'label"],
  ])('sentence-transformers trains: %s', ([program, rows, last], { skip }) => {
    if (lacks('sentence_transformers') || lacks('accelerate'))
      skip('sentence-transformers or accelerate is not installed');
    for (const name of ['pictures', `${rows}.parquet`])
      cpSync(release(name), join(folder, name), { recursive: true });
    run('tiny_clip.py', join(folder, 'tiny'));
    const said = run(`sentence_transformers_${program}.py`, folder, join(folder, 'tiny'));
    expect(said).toContain(`['anchor', 'positive', '${last}'] loss`);
    const [before, after] = losses(said);
    expect(after).toBeLessThan(before);
  });
});

import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../errors/input-error';
import { addOptions } from './add-options';
import { choice, defineOptions, described, flag, integer, listOf, number, optional, text } from './options';

const table = defineOptions('embed', {
  output: described('where they go: .npy or .parquet', text('the name of a file', '<file>')),
  batchSize: described('inputs embedded at a time', optional(integer({ min: 1, max: 512 }), 64)),
  maxGap: optional(number({ above: 0, max: 4 })),
  backend: described('where tfjs computes', optional(choice(['cpu', 'wasm']), 'wasm')),
  slots: described('which slots', optional(listOf(choice(['object', 'count'])))),
  normalize: described('as the towers give them, not at unit length', optional(flag(), true)),
  force: described('replace the output', optional(flag(), false)),
});

async function run(...words: string[]) {
  let said = '';
  let options: unknown;
  const command = addOptions(new Command('embed'), table, { output: '-o, --output <file>' })
    .exitOverride()
    .configureOutput({ writeErr: (line) => (said += line), writeOut: (line) => (said += line) })
    .action((given) => {
      options = table.read(given);
    });
  const failure = await command.parseAsync(words, { from: 'user' }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { options, said, failure };
}

describe('a command with the options of a table', () => {
  it('reads words as values and fills in defaults', async () => {
    const { options } = await run(
      '-o',
      'a.npy',
      '--batch-size',
      '8',
      '--max-gap',
      '1.5',
      '--slots',
      'object, count',
      '--no-normalize',
    );
    expect(options).toEqual({
      output: 'a.npy',
      batchSize: 8,
      maxGap: 1.5,
      backend: 'wasm',
      slots: ['object', 'count'],
      normalize: false,
      force: false,
    });
    expect((await run('-o', 'a.npy', '--force')).options).toMatchObject({
      force: true,
      normalize: true,
      batchSize: 64,
    });
  });

  it.each([
    ['1', 1],
    ['-.5', -0.5],
    ['1e2', 100],
    ['', undefined],
    [' 1', undefined],
    ['0x10', undefined],
    ['1_0', undefined],
    ['Infinity', undefined],
  ])('the word %j stands for the number %j', async (word, value) => {
    const numbers = defineOptions('f', { x: optional(number()) });
    const command = addOptions(new Command('f'), numbers)
      .exitOverride()
      .configureOutput({ writeErr() {} });
    const read = () => numbers.read(command.parse([`--x=${word}`], { from: 'user' }).opts());
    if (value === undefined) expect(read).toThrow('It must be a finite number.');
    else expect(read()).toEqual({ x: value });
  });

  it.each([
    [['-o', 'a', '--batch-size', 'many'], /'many' is invalid\. It must be an integer from 1 to 512\./],
    [['-o', 'a', '--batch-size', ''], /It must be an integer from 1 to 512\./],
    [['-o', 'a', '--max-gap', '0'], /It must be a finite number above 0 and of at most 4\./],
    [['-o', 'a', '--backend', 'gpu'], /Allowed choices are cpu, wasm\./],
    [['-o', 'a', '--slots', 'object,thing'], /It must be a list, each one of object, count\./],
    [['-o', ''], /It must be the name of a file\./],
    [[], /required option '-o, --output <file>' not specified/],
    [['-o', 'a', '--batchsize', '3'], /unknown option '--batchsize'/],
  ])('%j is wrong usage', async (words, message) => {
    const { said, failure, options } = await run(...words);
    expect(options).toBeUndefined();
    expect(said).toMatch(message);
    // `complain` makes 2 of it.
    expect(failure).toMatchObject({ code: expect.stringMatching(/^commander\./) });
    expect(exitCodeOf(failure)).not.toBe(0);
  });

  it('has the table for its help', async () => {
    const { said } = await run('--help');
    for (const line of [
      /-o, --output <file> +where they go: \.npy or \.parquet/,
      /--batch-size <n> +inputs embedded at a time \(default: 64\)/,
      /--max-gap <n>/,
      /--backend <name> +where tfjs computes \(choices: "cpu", "wasm", default:\s+"wasm"\)/,
      /--slots <a,b,c> +which slots/,
      /--no-normalize +as the towers give them/,
      /--force +replace the output\n/,
    ]) {
      expect(said).toMatch(line);
    }
  });
});

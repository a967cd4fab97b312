import { describe, expect, it } from 'vitest';
import { readOptions } from './options';

describe('readOptions', () => {
  it('takes several Pythons and Nodes', () => {
    const args = ['--torch', 'a', '--torch', 'b', '--node', 'c', '--experimental', 'd'];
    const { torch, node, experimental } = readOptions(args);
    expect(torch).toEqual(['a', 'b']);
    expect(node).toEqual(['c']);
    expect(experimental).toEqual(['d']);
  });

  it('by default looks for PyTorch and runs all tasks on one and on two threads', () => {
    const { torch, node, tasks, threads, rounds } = readOptions([]);
    expect(torch).toBeUndefined();
    expect(node).toEqual([process.execPath]);
    expect(tasks.map(({ name }) => name)).toContain('icons, 256');
    expect(threads).toEqual([1, 2]);
    expect(rounds).toBeUndefined();
  });

  it('lets the user change what --quick chooses', () => {
    const { tasks, rounds, seconds } = readOptions(['--quick', '--tasks', 'icons, 256; yardstick, 32']);
    expect(tasks.map(({ name }) => name)).toEqual(['icons, 256', 'yardstick, 32']);
    expect([rounds, seconds]).toEqual([2, 0.2]);
  });

  it.each([
    [['--tasks', 'yardstick'], /--tasks must name tasks .* got "yardstick"/],
    [['--rounds', '0'], /--rounds must be an integer from 1 to 1000, got "0"/],
    [['--threads', '1,x'], /--threads must be integers, with commas between them, from 1 .* got "x"/],
    [['--nonsense'], /nonsense.*--help lists the options/],
  ])('refuses %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

import { setFlagsFromString } from 'node:v8';
import { runCommand } from './command';

// By default V8 lets garbage grow to several times what lives: a block's readings would take a gigabyte. With half as
// much garbage as what lives, mining is as fast and stays below half of that.
setFlagsFromString('--heap-growing-percent=50');

// `… | head` closes the pipe early: that is the reader's right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2));

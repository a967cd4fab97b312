import { runCommand } from './command';
import { tuneHeap } from './workers/tune-heap';

tuneHeap();

// `… | head` closes the pipe early: that is the reader's right and no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2));

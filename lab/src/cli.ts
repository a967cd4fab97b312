import { commandMain } from '@slipform/kit/command/command-main';
import { labCommand, listing } from './command';

await commandMain('slipform-lab', async (args) => {
  if (args.length === 0) process.stdout.write(listing());
  else await labCommand().parseAsync(args, { from: 'user' });
  return 0;
});

import { commandMain } from '@slipform/kit/command-main';
import { labCommand } from './command';

await commandMain('slipform-lab', async (args) => {
  await labCommand().parseAsync(args, { from: 'user' });
  return 0;
});

import { commandMain } from '@slipform/kit/command/command-main';
import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { scenesCommand } from './command';

await commandMain('slipform-scenes', async (args) => {
  const command = scenesCommand().exitOverride().configureOutput(usageMessages('slipform-scenes'));
  await command.parseAsync(args, { from: 'user' });
  return 0;
});

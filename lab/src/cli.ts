import { commandMain } from '@slipform/kit/command/command-main';
import { runCommand } from './command';

await commandMain('slipform-lab', runCommand);

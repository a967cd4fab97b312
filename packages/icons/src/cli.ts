import { commandMain } from '@slipform/kit/command-main';
import { runCommand } from './command';

await commandMain('slipform-icons', runCommand);

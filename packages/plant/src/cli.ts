import { commandMain } from '@slipform/kit/command/command-main';
import { runCommand } from './command';
import { tuneHeap } from './workers/mining-pool';

tuneHeap();

await commandMain('slipform-plant', runCommand);

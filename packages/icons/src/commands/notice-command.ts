import { addOptions } from '@slipform/kit/options/add-options';
import { defineOptions } from '@slipform/kit/options/options';
import type { Command } from 'commander';
import { splitOf } from '../corpus/sets/families';
import { noticeOf } from '../corpus/sets/notice-of';
import { corpusRows, splitRow } from './corpus-rows';
import { openForCommand } from './open-for-command';
import { print } from './print';

const table = defineOptions('slipform-icons notice', { ...corpusRows, split: splitRow });

/** `slipform-icons notice` */
export function addNoticeCommand(program: Command): void {
  const command = program
    .command('notice')
    .description(
      'Print who drew the sets and under which licences: the text that what you make of them must carry.',
    );
  addOptions(command, table).action(async (given: unknown) => {
    const { split, ...which } = table.read(given);
    const { sets } = await openForCommand(which);
    await print([noticeOf(sets.filter((set) => split === undefined || splitOf(set) === split))]);
  });
}

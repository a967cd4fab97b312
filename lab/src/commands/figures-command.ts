import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { folderName, row } from '@slipform/kit/options/command-rows';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { labFolder } from '../lab-folder';
import { iconFigures } from '../views/icon-figures';

const lab = fileURLToPath(labFolder);

const OPTIONS = defineOptions('slipform-lab figures', {
  results: row('where the rows are', folderName(), join(lab, 'results')),
  out: row('where the figures go', folderName(), join(lab, 'docs')),
});

/** `slipform-lab figures`: the figures of lab/docs from the results. */
export function figuresCommand(): Command {
  const command = new Command('figures').description('Draw the figures of lab/docs from the results');
  return addOptions(command, OPTIONS).action((given) => drawFigures(OPTIONS.read(given)));
}

async function drawFigures({ results, out }: OptionsRead<typeof OPTIONS.rows>): Promise<void> {
  for (const [name, svg] of Object.entries(await iconFigures(results))) {
    const figure = join(out, `icons-${name}.svg`);
    await writeFileWhole(figure, svg);
    process.stdout.write(`${figure}\n`);
  }
}

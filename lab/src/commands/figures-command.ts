import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { Command } from 'commander';
import { labFolder } from '../lab-folder';
import { iconFigures } from '../views/icon-figures';

const lab = fileURLToPath(labFolder);

/** `slipform-lab figures`: the figures of lab/docs from the results. */
export function figuresCommand(): Command {
  return new Command('figures')
    .description('Draw the figures of lab/docs from the results')
    .option('--results <folder>', 'where the rows are', join(lab, 'results'))
    .option('--out <folder>', 'where the figures go', join(lab, 'docs'))
    .action(drawFigures);
}

async function drawFigures({
  results,
  out,
}: {
  readonly results: string;
  readonly out: string;
}): Promise<void> {
  for (const [name, svg] of Object.entries(await iconFigures(results))) {
    const figure = join(out, `icons-${name}.svg`);
    await writeFileWhole(figure, svg);
    process.stdout.write(`${figure}\n`);
  }
}

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEncoder, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import type { Icon } from '@slipform/icons';
import { iconSvg } from '@slipform/icons';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileName, flagRow, folderName, row } from '@slipform/kit/options/command-rows';
import { defineOptions, integer, listOf, type OptionsRead, text } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { ICON_CACHE, ICON_CORPUS, ICON_MODEL } from '../icons/icon-folders';
import type { FoundIcon } from '../icons/icon-index';
import { openIconIndex } from '../icons/icon-index';
import { openIconWorld } from '../icons/open-icon-world';
import { towersOf } from '../icons/towers';
import { labFolder } from '../lab-folder';

const LAB = fileURLToPath(labFolder);

const OPTIONS = defineOptions('slipform-lab search', {
  all: flagRow('search all sets of lab/corpus in place of the dozen of the core'),
  sets: row(
    'search these alone, such as octicon,carbon',
    listOf(text('the prefix of a set'), 'a list of sets', { min: 1 }),
  ),
  count: row('icons to show', integer({ min: 1 }), 10),
  model: row('another model', folderName(), ICON_MODEL),
  out: row('the page', fileName(), 'slipform-search.html'),
  json: flagRow('print the icons as JSON, and write no page'),
});

/** `slipform-lab search "broken heart"`. */
export function searchCommand(): Command {
  const command = new Command('search')
    .description(
      'Find icons by name and, with the committed model, by meaning: ten of them, and a page that shows them',
    )
    .argument('<words...>', 'what to look for, as one text');
  return addOptions(command, OPTIONS).action((words: string[], given) => {
    const flags = OPTIONS.read(given);
    if (flags.all && flags.sets) throw new UsageError('--all and --sets exclude each other; pass one.');
    return withInterruption('nothing was written.', (signal) => search(words.join(' '), flags, signal));
  });
}

async function search(
  query: string,
  flags: OptionsRead<typeof OPTIONS.rows>,
  signal: AbortSignal,
): Promise<void> {
  if (flags.all && !existsSync(join(ICON_CORPUS, 'node_modules/@iconify/json'))) {
    throw new InputError('lab/corpus is not installed; run npm ci --prefix lab/corpus.');
  }
  if (!flags.json && !existsSync(dirname(resolve(flags.out)))) {
    throw new InputError(`--out must be in a folder that exists, got ${flags.out}; make the folder first.`);
  }
  await useBackend('wasm');
  await useWasmKernels({ relaxed: false });
  const encoder = await loadEncoder(flags.model);
  const progress = createProgress(process.stderr);
  const bar = progress.start('drawing', undefined);
  try {
    const { corpus, world } = await openIconWorld({
      ...(flags.all
        ? { root: ICON_CORPUS, sets: 'all' }
        : { root: LAB, sets: flags.sets ? [...flags.sets] : 'core' }),
      ...{ cache: ICON_CACHE, signal },
      onProgress: (done, total) => bar.update(done, `${done} of ${total} icons`),
    });
    const index = await openIconIndex(world, towersOf(encoder.model, encoder.tokenizer), {
      cache: ICON_CACHE,
      ...(encoder.identity === undefined ? {} : { identity: encoder.identity }),
    });
    signal.throwIfAborted();
    const found = await index.search(query, flags.count);
    progress.stop();
    if (flags.json) {
      const rows = found.map(({ icon: { id, caption, artist }, by, similarity }) => ({
        ...{ id, caption, artist, by, similarity },
      }));
      process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
      return;
    }
    const sets = new Map(corpus.sets.map((set) => [set.set, set]));
    await writeFileWhole(
      flags.out,
      searchPage(query, found, ({ set }) => sets.get(set)),
    );
    const lines = found.map(
      ({ icon, by, similarity }) =>
        `${similarity.toFixed(2)}  ${by.padEnd(8)} ${icon.id.padEnd(36)} ${icon.artist}`,
    );
    const ending = `${index.size} icons searched. Page: ${resolve(flags.out)}`;
    process.stdout.write(`${lines.join('\n')}\n\n${ending}\n`);
  } finally {
    progress.stop();
    encoder.dispose();
  }
}

/** What a page says about a set. */
interface Credit {
  readonly title: string;
  readonly artist: string;
  readonly licence: string;
}

/** A page of the icons that were found, with set, artist and licence; it loads nothing. */
export function searchPage(
  query: string,
  found: readonly FoundIcon[],
  creditOf: (icon: Icon) => Credit | undefined,
): string {
  const figureOf = ({ icon, similarity }: FoundIcon) => {
    const { title = icon.set, artist = icon.artist, licence = '' } = creditOf(icon) ?? {};
    const picture = Buffer.from(iconSvg(icon, { size: 96 })).toString('base64');
    return [
      '<figure>',
      `<img src="data:image/svg+xml;base64,${picture}" width="96" height="96" alt="${escaped(icon.caption)}">`,
      `<figcaption><b>${escaped(icon.id)}</b><br>${escaped(title)} by ${escaped(artist)}<br>`,
      `${escaped(licence)} · ${similarity.toFixed(2)}</figcaption>`,
      '</figure>',
    ].join('');
  };
  const sections = (['name', 'meaning'] as const).flatMap((by) => {
    const figures = found.filter((each) => each.by === by).map(figureOf);
    const heading = by === 'name' ? 'Its name says so' : 'By the drawing alone';
    return figures.length === 0 ? [] : [`<h2>${heading}</h2>`, '<section>', ...figures, '</section>'];
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(query)}</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; color: #1f2937; background: #fff; }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 1.5rem; }
figure { margin: 0; }
</style>
<h1>${escaped(query)}</h1>
${sections.join('\n')}
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

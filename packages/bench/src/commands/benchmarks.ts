import { UsageError } from '@slipform/kit/errors/input-error';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions } from '@slipform/kit/options/options';
import { Command } from 'commander';
import type { Form, Part } from '../loaders/published-form';
import { type PublishedBenchmark, publishedBenchmarks, publishedTable } from '../loaders/published-table';
import { writeJson } from './options';
import { unknownBenchmark } from './wanted-benchmark';

type OwnBenchmark = Omit<PublishedBenchmark, 'paper' | 'composition'> & { readonly paper?: string };

const captionFile = 'a file of captions with the names of their pictures (.csv, .jsonl, …) and the pictures';

/** Those of this package, which `publishedBenchmarks` has not, by group. */
const ownBenchmarks: Readonly<Record<string, Readonly<Record<string, OwnBenchmark>>>> = {
  'made of your own captions': {
    'half-truths': {
      title: 'Half-truths',
      asks: 'a short true text against the same with a wrong detail more, and a twin of equal length',
      kinds: 'half_…, full_… of object, attribute, count, relation, detail, 1/2',
      paper: 'after Kargi et al. 2026, arXiv 2602.23906',
      source: 'the miner of @slipform/plant makes them',
      licence: 'that of your captions',
      disk: captionFile,
    },
    negations: {
      title: 'Negations',
      asks: 'a true absence against a false one: "with no bag in sight"',
      kinds: 'negation 1/2',
      source: 'the miner of @slipform/plant makes them',
      licence: 'that of your captions',
      disk: `${captionFile}, several captions of each`,
    },
  },
};

const OPTIONS = defineOptions('slipform-bench benchmarks', { json: flagRow('print the list as JSON') });

export function benchmarksCommand(): Command {
  const command = new Command('benchmarks')
    .description(
      'List every benchmark that --benchmark takes: what is asked, chance, where it comes from, how it lies on the disk',
    )
    .argument('[name...]', 'only these');
  return addOptions(command, OPTIONS).action((names: readonly string[], given: unknown) => {
    const { json } = OPTIONS.read(given);
    const forms: Readonly<Record<string, { readonly form: Form }>> = publishedTable();
    const published = publishedBenchmarks().map(([name, about]): [string, string, OwnBenchmark] => [
      about.composition
        ? 'the field’s, of composition: --suite composition=FOLDER asks all of them'
        : 'the field’s, others',
      name,
      about,
    ]);
    const own = Object.entries(ownBenchmarks).flatMap(([group, those]) =>
      Object.entries(those).map(([name, about]): [string, string, OwnBenchmark] => [group, name, about]),
    );
    const all = [...published, ...own].map(([group, name, about]) => ({
      name,
      group,
      title: about.title,
      asks: about.asks,
      kinds: about.kinds,
      ...(about.paper ? { paper: about.paper } : {}),
      source: about.source,
      licence: about.licence,
      disk: about.disk,
      ...(Object.hasOwn(forms, name) ? { columns: columnsOf(forms[name]!.form) } : {}),
      ...(about.code ? { code: about.code } : {}),
      ...(about.ties ? { ties: about.ties } : {}),
    }));
    const unknown = names.find((name) => !all.some((each) => each.name === name));
    if (unknown !== undefined) {
      throw new UsageError(
        `benchmarks: ${unknownBenchmark(
          unknown,
          all.map(({ name }) => name),
        )}`,
      );
    }
    const shown = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
    if (json) writeJson(shown);
    else {
      const groups = [...new Set(shown.map(({ group }) => group))].map((group) =>
        [`# ${group}`, ...shown.filter((each) => each.group === group).map(textOf)].join('\n\n'),
      );
      process.stdout.write(`${groups.join('\n\n')}\n`);
    }
  });
}

const labels = {
  asks: 'asks',
  kinds: 'kinds, chance',
  paper: 'paper',
  source: 'files from',
  licence: 'licence',
  disk: 'on the disk',
  columns: 'columns',
  code: 'read as by',
  ties: 'a tie, with its authors',
} as const;

/** What a row of each file must have. */
function columnsOf({ parts }: Form): string {
  return [...new Set(parts.map((part) => [...new Set(columnsOfPart(part))].join(', ')))].join('; ');
}

function columnsOfPart(part: Part): string[] {
  if (part.fields) return [`[${part.fields.join(', ')}]`];
  const id = part.id === undefined ? [] : [part.id];
  if (part.shape === 'three') return [...id, part.image, part.right, part.wrong];
  if (part.shape === 'pictures') return [...id, part.caption, ...[part.images].flat(2)];
  const images = part.shape === 'pairs' ? part.images : [part.image].flat();
  return [...id, ...images, ...part.captions];
}

function textOf(row: Readonly<Record<string, string>>): string {
  const lines = Object.entries(labels).flatMap(([field, label]) =>
    row[field] === undefined ? [] : [`  ${`${label}:`.padEnd(25)}${row[field]}`],
  );
  return [`${row.name}  (${row.title})`, ...lines].join('\n');
}

import { UsageError } from '@slipform/kit/errors/input-error';
import { Command } from 'commander';
import type { Form, Part } from '../loaders/published-form';
import { publishedBenchmarks, publishedTable } from '../loaders/published-table';
import { writeJson } from './write-json';

export function benchmarksCommand(): Command {
  return new Command('benchmarks')
    .description(
      'List the field’s benchmarks that are read: what is asked, chance, where they come from, how they lie on the disk',
    )
    .argument('[name...]', 'only these')
    .option('--json', 'print the list as JSON')
    .action((names: readonly string[], { json }: { json?: boolean }) => {
      const forms = new Map(
        Object.entries(publishedTable()).map(([name, { form }]): [string, Form] => [name, form]),
      );
      const all = publishedBenchmarks().map(([name, about]) => ({
        name,
        title: about.title,
        asks: about.asks,
        kinds: about.kinds,
        paper: about.paper,
        source: about.source,
        licence: about.licence,
        disk: about.disk,
        ...(forms.has(name) ? { columns: columnsOf(forms.get(name)!) } : {}),
        ...(about.code ? { code: about.code } : {}),
        ...(about.ties ? { ties: about.ties } : {}),
      }));
      const unknown = names.find((name) => !all.some((each) => each.name === name));
      if (unknown !== undefined) {
        throw new UsageError(
          `benchmarks ${unknown}: It must be one of ${all.map(({ name }) => name).join(', ')}.`,
        );
      }
      const shown = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
      if (json) writeJson(shown);
      else process.stdout.write(`${shown.map(textOf).join('\n\n')}\n`);
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

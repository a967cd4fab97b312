import type { IconModelScores } from './judge-icon-model';
import type { Recall } from './judge-names';

/** The scores as tables in Markdown. */
export function scoresText({ split, names, tags }: IconModelScores): string {
  const parts: readonly (readonly [string, Recall | undefined])[] = [
    ['all', names.all],
    ['name seen in training, drawn by others', names.seen],
    ['name never seen', names.unseen],
    ['no drawing of training is like it', names.distinct],
    ['both', names.distinctAndUnseen],
  ];
  const sets = Object.entries(names.bySet).map(([set, recall]): [string, Recall] => [set, recall]);
  return [
    `Icons of the ${split} artists, of distinct names, among ${names.all.count}:`,
    recallTable('icons', parts),
    'Within one set:',
    recallTable('set', sets),
    'By tags that training never saw, on what a match of names misses:',
    markdown(
      [
        'set',
        'icons',
        'queries',
        'found by name',
        'a right icon in ten',
        'by chance',
        'precision@10',
        'by chance',
      ],
      Object.entries(tags).map(([set, score]) => [
        ...[set, String(score.icons), String(score.missedQueries)],
        ...[score.foundByName, score.hitAt10, score.hitByChance, score.precisionAt10, score.chanceAt10].map(
          share,
        ),
      ]),
    ),
  ].join('\n\n');
}

function recallTable(what: string, rows: readonly (readonly [string, Recall | undefined])[]): string {
  return markdown(
    [what, 'n', 'icon → name @1', '@10', 'name → icon @1', '@10'],
    rows.flatMap(([name, recall]) => {
      if (recall === undefined) return [];
      const { count, iconToName, nameToIcon } = recall;
      const shares = [iconToName.at1, iconToName.at10, nameToIcon.at1, nameToIcon.at10];
      return [[name, count.toLocaleString('en'), ...shares.map(share)]];
    }),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function share(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

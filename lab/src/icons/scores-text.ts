import type { IconModelScores } from './judge-icon-model';
import type { NameScores, Recall } from './judge-names';

/** The scores as tables in Markdown. */
export function scoresText(scores: IconModelScores): string {
  const { split, names, namesOfKnownWords, tags, tagsOfKnownWords } = scores;
  return [
    `Icons of the ${split} artists, of distinct names, among ${shownCount(names.all)}:`,
    recallTable('icons', partsOf(names)),
    `The same among ${shownCount(namesOfKnownWords.all)} of which every word of the name is known, which at least 3 names of 2 families of training have:`,
    recallTable('icons', partsOf(namesOfKnownWords)),
    'Within one set:',
    recallTable('set', Object.entries(names.bySet)),
    'Within one set, names of known words:',
    recallTable('set', Object.entries(namesOfKnownWords.bySet)),
    'By one-word tags that training never saw, on what a match of names misses:',
    tagTable(tags),
    'The same by those that are known as words of names:',
    tagTable(tagsOfKnownWords),
  ].join('\n\n');
}

function partsOf(names: NameScores): readonly (readonly [string, Recall | undefined])[] {
  return [
    ['all', names.all],
    ['name seen in training, drawn by others', names.seen],
    ['name never seen', names.unseen],
    ['no drawing of training is like it', names.distinct],
    ['both', names.distinctAndUnseen],
  ];
}

function tagTable(tags: IconModelScores['tags']): string {
  return markdown(
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
      ...[set, score.icons.toLocaleString('en'), score.missedQueries.toLocaleString('en')],
      ...[score.foundByName, score.hitAt10, score.hitByChance, score.precisionAt10, score.chanceAt10].map(
        share,
      ),
    ]),
  );
}

function shownCount({ count }: Recall): string {
  return count.toLocaleString('en');
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

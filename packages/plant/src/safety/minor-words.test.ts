import { expect, test } from 'vitest';
import { loadGraph } from '../wordnet/load-graph';
import { createRelations } from '../wordnet/related';
import { minorsAmong } from './minor-words';
import { isSensitive } from './sensitive-topics';
import { wordsOf } from './words-of';

function mentioned(text: string): string[] {
  return minorsAmong(wordsOf(text))
    .filter(({ likelihood }) => likelihood !== 'young')
    .map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['Two schoolgirls and a TODDLER', ['schoolgirls', 'TODDLER']],
  ["a kid's bike, the children’s room", ['kid', 'children']],
  ['a teen-ager and a school-boy', ['teen', 'boy']],
  ['a 5 year old in a hat', ['5 year old']],
  ['a five-year-old, a 17-yr-old', ['five-year-old', '17-yr-old']],
  ['6-month-olds sleep', ['6-month-olds']],
  ['a 12yo, aged 7, ages between 3 and 5', ['12yo', 'aged 7', 'ages between 3']],
  ['under-12s play, an under 5s team', ['under-12s', 'under 5s']],
  ['a new-born and the little ones', ['new-born', 'little ones']],
  ['the little guy with a young person', ['little guy', 'young person']],
  ['high school students, a second grader', ['school students', 'second grader']],
  ['#babygirl and her grandchildren', ['babygirl', 'grandchildren']],
  [
    'a chi\u00adld, a b\u00f3y, \uff4b\uff49\uff44\uff53',
    ['chi\u00adld', 'b\u00f3y', '\uff4b\uff49\uff44\uff53'],
  ],
  ['a kiddo, her daughter, an underage youth', ['kiddo', 'daughter', 'underage', 'youth']],
  ['a teenaged model and two teenyboppers', ['teenaged', 'teenyboppers']],
])('%s speaks of %j', (text, expected) => {
  expect(mentioned(text)).toEqual(expected);
});

test.each([
  'a man, two women, a lady, some guys and a gentleman',
  'a puppy, a kitten, a calf, a foal and a lamb',
  'cowboys at a rodeo, a playboy, a highboy',
  'a 35 year old bottle, an 80-year-old woman, a 20yo',
  'a girder, a buoy, kidneys, an infantry unit, fourteen orchids, velveteen',
  'a little dog, a young woman, a small man',
  'a road grader, first class, two years on',
])('%s speaks of nobody young', (text) => {
  expect(mentioned(text)).toEqual([]);
});

/** Their first sense is somebody young; people mean something else by them. */
const otherwiseMeant = new Set(
  (
    'blade boarder brownie buster cub fry imp jnr jr junior mod monkey nestling peanut pup puppy punk rascal scamp shaver ' +
    'silly slip suckling terror throwaway tatterdemalion yearling rover'
  ).split(' '),
);
/** Words of several that WordNet files there and that say an adult, or nobody in particular. */
const grownUp = new Set([
  'day boarder',
  'holy terror',
  'little terror',
  'punk rocker',
  'scouter',
  'spring chicken',
  'street arab',
  'young buck',
  'young man',
  'male offspring',
  'campfire girl',
]);

test('all that WordNet has below a juvenile, a child or a son counts as a minor', () => {
  const { noun } = loadGraph();
  const { ancestorsOf } = createRelations(noun);
  const tops = [
    'juvenile',
    'child',
    'male child',
    'female child',
    'adolescent',
    'infant',
    'young person',
    'son',
    'daughter',
  ];
  const roots = new Set(tops.map((lemma) => noun.senses.get(lemma)![0]!.synset));
  const missed: string[] = [];
  let met = 0;
  for (const lemma of new Set(noun.senses.lemmas())) {
    const first = noun.senses.get(lemma.replaceAll('_', ' '))?.[0];
    if (!first || ![...ancestorsOf(first.synset).keys()].some((synset) => roots.has(synset))) continue;
    met += 1;
    if (mentioned(lemma).length === 0 && !otherwiseMeant.has(lemma) && !grownUp.has(lemma))
      missed.push(lemma);
  }
  expect(met).toBeGreaterThan(100);
  expect(missed).toEqual([]);
});

test.each([
  'a nude portrait',
  'Topless sunbathers',
  'a woman in LINGERIE',
  'bare-chested men',
  'a lip piercing',
  'huge breasts',
  'a couple kissing',
  'people making out',
  'a pregnant lady',
  'giving birth',
  'a glass of wine',
  'drunk on beer',
  'smoking a cigarette',
  'a man with a gun',
  'a murder victim',
  'a sadomasochistic scene',
  'sexy',
  'a bride and groom',
])('%s is sensitive', (text) => {
  expect(isSensitive(wordsOf(text))).toBe(true);
});

test.each([
  'a birthday cake',
  'a bathroom with a mirror',
  'a stable with horses',
  'whipped cream',
  'grooming a horse',
  'the Essex coast',
  'striped shirts',
  'a bare tree',
  'hot dogs',
  'traffic at night',
  'an executive chair',
  'a shotput',
  'a teddy bear',
])('%s is not', (text) => {
  expect(isSensitive(wordsOf(text))).toBe(false);
});

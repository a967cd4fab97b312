import { describe, expect, test } from 'vitest';
import { decodeGraph } from './decode-graph';
import { loadGraph } from './load-graph';

describe('a packed text', () => {
  const graph = decodeGraph(
    [
      '#noun',
      '003 entity::11',
      '10s China,Cathay %2',
      '106 china:2:3,chinaware,fine_china',
      '#verb',
      '00t ride::9,go_on:3',
      '#adj',
      '000 wet::4,damp !1.0.0',
      '000 dry',
      '#familiarity',
      '',
      'china dry',
      '#refused',
      'damn',
    ].join('\n'),
  );

  test('has each word in its line, with rank and count', () => {
    const { senses, wordsOf, parent, lexfile } = graph.noun;
    expect(wordsOf(2)).toEqual(['china', 'chinaware', 'fine china']);
    expect(wordsOf(3)).toEqual([]);
    expect([...parent]).toEqual([-1, 0, 0]);
    expect([...lexfile]).toEqual([3, 28, 6]);
    expect(senses.get('china')).toMatchObject([
      { synset: 1, tags: 0 },
      { synset: 2, tags: 3 },
    ]);
    expect(senses.get('fine china')).toMatchObject([{ synset: 2, tags: 0 }]);
    expect([senses.tags('china'), senses.tags('tea')]).toEqual([3, 0]);
    expect(graph.verb.senses.get('go on')).toMatchObject([{ synset: 0, tags: 0 }]);
  });

  test.each([
    'chin',
    'chinas',
    'china:2',
    'China',
    'cathay %2',
    'china,chinaware',
    'fine_china',
    '',
    ' ',
    '\n',
  ])('has no lemma %j', (lemma) => {
    expect(graph.noun.senses.has(lemma)).toBe(false);
    expect(graph.noun.senses.get(lemma)).toBeUndefined();
  });

  test('has links, common words and refused ones', () => {
    expect([...graph.noun.parts]).toEqual([[1, [2]]]);
    expect([...graph.adj.antonyms]).toEqual([['wet', ['dry']]]);
    expect([...graph.familiarity]).toEqual(expect.arrayContaining([['dry', 1]]));
    expect([...graph.refused]).toEqual(['damn']);
  });
});

test('every word of every synset is found as a lemma', () => {
  for (const { senses, wordsOf, parent } of [loadGraph().noun, loadGraph().verb, loadGraph().adj]) {
    let words = 0;
    for (let synset = 0; synset < parent.length; synset += 1) {
      for (const word of wordsOf(synset)) {
        words += 1;
        const found = senses.get(word.toLowerCase())?.some((sense) => sense.synset === synset);
        if (!found) expect.fail(`${word} of ${synset}`);
      }
    }
    const lemmas = [...senses.lemmas()];
    expect(lemmas).toHaveLength(words);
    expect([...senses.lemmas(true)]).toEqual(lemmas.filter((lemma) => lemma.includes(' ')));
  }
});

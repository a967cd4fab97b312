import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Icon } from '../corpus/icon';
import { iconNamed } from '../testing/icon-of';
import { duoPixels, duoSvg } from './duo-picture';
import { duoQuads } from './duo-quads';
import { duoQuestions } from './duo-questions';
import { duoSheet } from './duo-sheet';
import { duoCaption, duoWording } from './duo-wording';

const grid = (things: readonly string[], states: readonly string[], of: Partial<Icon> = {}) =>
  things.flatMap((thing) => states.map((state) => iconNamed(`${thing} ${state}`, of)));
const things = ['bell', 'cloud', 'cup', 'door'];
const states = ['off', 'check', 'plus'];

describe('quads', () => {
  it('are two objects and two signs, each object with each sign', () => {
    const quads = duoQuads(grid(['bell', 'cloud'], ['off', 'plus']));
    expect(quads).toHaveLength(1);
    const [{ icons, objects, signs }] = quads as [(typeof quads)[number]];
    const [[a, b], [x, y]] = [objects, signs];
    expect(icons.map(({ caption }) => caption)).toEqual([`${a} ${x}`, `${b} ${y}`, `${a} ${y}`, `${b} ${x}`]);
    // 4 things, 3 states: 6 pairs of things, each with 3 pairs of states.
    expect(duoQuads(grid(things, states))).toHaveLength(6 * 3);
  });

  it('take for the sign what ends more names, on whichever side it stands in this one', () => {
    const after = grid(things, ['off', 'plus']);
    expect(new Set(duoQuads(after).flatMap(({ signs }) => signs))).toEqual(new Set(['off', 'plus']));
    const before = ['off', 'plus'].flatMap((state) =>
      ['cup', 'door'].map((thing) => iconNamed(`${state} ${thing}`, { set: 'other' })),
    );
    const [quad] = duoQuads([...after, ...before]).filter(({ set }) => set === 'other');
    expect(new Set(quad!.signs)).toEqual(new Set(['off', 'plus']));
    const [[a, b], [x, y]] = [quad!.objects, quad!.signs];
    expect(quad!.icons.map(({ caption }) => caption)).toEqual([
      `${x} ${a}`,
      `${y} ${b}`,
      `${y} ${a}`,
      `${x} ${b}`,
    ]);
  });

  it.each<[string, Icon[]]>([
    ['a direction', grid(['arrow', 'caret'], ['left', 'right'])],
    ['a shape', grid(['circle', 'square'], ['check', 'plus'])],
    ['a number', grid(['dice', 'hand'], ['3', '4'])],
    ['a word in two spellings', grid(['box', 'boxes'], ['check', 'plus'])],
    ['a part of the other', grid(['chart', 'pie chart'], ['check', 'plus'])],
    ['the same drawing', grid(['bell', 'cloud'], ['check', 'plus'], { body: '<path d="M0 0h1"/>' })],
    ['a mark of a company', grid(['brand one', 'brand two'], ['check', 'plus'])],
  ])('are none where a part is %s', (_, icons) => {
    expect(duoQuads(icons)).toEqual([]);
  });

  it('are none where one icon goes by the name of the other', () => {
    const [first, ...rest] = grid(['bell', 'cloud'], ['off', 'plus']);
    expect(duoQuads([{ ...first!, tags: ['plus'] }, ...rest])).toEqual([]);
    expect(duoQuads([{ ...first!, aliases: ['cloud off'] }, ...rest])).toEqual([]);
  });

  it('stay within limits, by the seed alone, of each set by itself', () => {
    const icons = [...grid(things, states, { set: 'a' }), ...grid(things, states, { set: 'b' })];
    const ids = (options?: Parameters<typeof duoQuads>[1]) => duoQuads(icons, options).map(({ id }) => id);
    expect(ids()).toHaveLength(36);
    expect(ids({ perSet: 5 })).toHaveLength(10);
    expect(ids({ perSet: 5 })).toEqual(ids({ perSet: 5, seed: 0 }));
    expect(ids({ perSet: 5, seed: 1 })).not.toEqual(ids({ perSet: 5, seed: 2 }));
    const counts = new Map<string, number>();
    for (const { set, objects, signs } of duoQuads(icons, { perPart: 2 })) {
      for (const part of [...objects, ...signs]) {
        counts.set(`${set} ${part}`, (counts.get(`${set} ${part}`) ?? 0) + 1);
      }
    }
    expect(Math.max(...counts.values())).toBe(2);
  });
});

describe('questions', () => {
  const icons = [...grid(things, states), iconNamed('file bin')];
  const questions = duoQuestions(icons, { seed: 3 });

  it('are of three kinds, and what is wrong of one picture is the true caption of the other', () => {
    const count = (kind: string) => questions.filter((each) => each.kind === kind).length;
    expect([count('swap'), count('thing'), count('sign')]).toEqual([18, 18, 18]);
    for (const { pictures, captions, wording } of questions) {
      pictures.forEach(([one, other], at) => {
        expect(captions[at]).toBe(duoCaption([one.caption, other.caption], wording));
      });
    }
  });

  it('have the same words where signs change places, and else one part that differs', () => {
    const bag = (text: string) => text.split(' ').sort().join(' ');
    for (const { kind, captions, parts, pictures } of questions) {
      expect(bag(captions[0]) === bag(captions[1]), captions.join(' | ')).toBe(kind === 'swap');
      if (kind === 'swap') continue;
      const [[a, b], [c, d]] = pictures;
      const changed = a === c ? [b, d] : [a, c];
      expect(a === c || b === d).toBe(true);
      const [kept, own, other] = [changed[0]!, parts[0], parts[1]].map((each) =>
        typeof each === 'string' ? each : each.caption,
      );
      expect(changed[1]!.caption).toBe(kept!.replace(own!, other!));
      expect((kind === 'thing' ? things : states).includes(other!)).toBe(true);
    }
  });

  it('are the same for the same seed, and each keeps its own wording when others go', () => {
    expect(duoQuestions(icons, { seed: 3 })).toEqual(questions);
    const swaps = new Map(questions.map((each) => [each.id, each.captions]));
    const fewer = duoQuestions(icons, { seed: 3, perSet: 7 });
    for (const { id, captions } of fewer) expect(captions).toEqual(swaps.get(id));
  });
});

describe('wordings', () => {
  it('say nothing false of a layout', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), (seed) => {
        const wording = duoWording(seed);
        expect(duoWording(seed)).toEqual(wording);
        const text = duoCaption(['A', 'B'], wording);
        const first = wording.isReversed ? 'B' : 'A';
        expect(text.startsWith(`${first} ${wording.joiner} `)).toBe(true);
        if (['left of', 'above', 'over'].includes(wording.joiner)) expect(first).toBe('A');
        if (['right of', 'below', 'under'].includes(wording.joiner)) expect(first).toBe('B');
        expect(/left|right|beside|next/.test(text) && wording.layout === 'above').toBe(false);
        expect(/above|over|below|under/.test(text) && wording.layout === 'beside').toBe(false);
      }),
    );
    const seen = new Set(Array.from({ length: 400 }, (_, seed) => Object.values(duoWording(seed)).join()));
    expect(seen.size).toBe(10 + 8);
    expect(() => duoCaption(['A', 'B'], { layout: 'above', joiner: 'left of', isReversed: false })).toThrow(
      'joiner must be one that is true of two icons that lie above each other',
    );
  });
});

describe('pictures', () => {
  it('hold each drawing once, in its half', () => {
    const [ink, grey] = [new Uint8Array(16), new Uint8Array(16).fill(9)];
    const rows = (pixels: Uint8Array) =>
      Array.from({ length: 8 }, (_, y) =>
        [...pixels.subarray(8 * y, 8 * y + 8)].map((v) => (v === 255 ? '.' : v)).join(''),
      );
    expect(rows(duoPixels([ink, grey], 'beside', { half: 4, channels: 1 }))).toEqual([
      ...['........', '........', '00009999', '00009999'],
      ...['00009999', '00009999', '........', '........'],
    ]);
    expect(rows(duoPixels([ink, grey], 'above', { half: 4, channels: 1 }))).toEqual([
      ...Array(4).fill('..0000..'),
      ...Array(4).fill('..9999..'),
    ]);
    expect(() => duoPixels([ink, grey], 'above', { half: 5 })).toThrow('half must be an even number');
    expect(() => duoPixels([ink, grey], 'above', { half: 4 })).toThrow('two Uint8Arrays of 48 bytes');
  });

  it('are SVG with both drawings, at their places', () => {
    const mask = '<mask id="a"><path d="M0 0h9"/></mask><path mask="url(#a)" d="M1 1h8v8z"/>';
    const icons = [iconNamed('bell off', { body: mask }), iconNamed('cloud plus', { body: mask })] as const;
    const svg = duoSvg(icons, 'above', { size: 80, prefix: 'q7' });
    expect(svg).toContain('<svg x="20" y="0" width="40" height="40" viewBox="');
    expect(svg).toContain('<svg x="20" y="40"');
    expect(svg.match(/id="[^"]*"/g)).toEqual(['id="q70-a"', 'id="q71-a"']);
    expect(() => duoSvg([icons[0], { ...icons[1], body: '<script/>' }], 'above')).toThrow('icons[1] must be');
  });
});

describe('the sheet', () => {
  const questions = duoQuestions(grid(things, states)).slice(0, 6);

  it('has a section for each question, and no paragraph above where none is asked for', () => {
    const page = duoSheet(questions);
    expect(page.split('<section>')).toHaveLength(questions.length + 1);
    expect(page).toContain('<h1>Two things by one hand</h1>\n<main>');
  });

  it('says its title and the paragraph below it as text', () => {
    const page = duoSheet(questions, { title: 'a < b', intro: 'one & two' });
    expect(page).toContain('<h1>a &lt; b</h1>\n<p>one &amp; two</p>\n<main>');
  });

  it('refuses what are no questions, and options that it does not have', () => {
    expect(() => duoSheet([{}] as never)).toThrow(/^duoSheet: questions/);
    expect(() => duoSheet([], { titel: 'x' } as never)).toThrow(/^duoSheet: there is no option "titel"/);
  });
});

import type { Check } from '../check';

/** What most pictures of the sort show is probably there, said or not. */
export const likelyCheck: Check = {
  id: 'likely/company',
  kind: 'truth',
  scope: 'site',
  reason: 'likely-true',
  slots: ['object', 'attribute'],
  what: 'So many pictures with the caption’s other words show the new thing that this one may show it as well.',
  refuses: (site, { lemma, noun }) => !noun?.person && !site.word.noun?.person && site.likelyTrue(lemma),
  example: {
    slot: 'object',
    refuses: ['A boat on a lake.', 'boat', 'water'],
    passes: ['A boat on a lake.', 'boat', 'dog'],
  },
};

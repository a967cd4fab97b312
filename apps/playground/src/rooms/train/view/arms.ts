import type { ArmName } from '../run/losses';

/** What the page says of the three. */
export const arms: Readonly<Record<ArmName, { readonly title: string; readonly text: string }>> = {
  infoNce: {
    title: 'InfoNCE',
    text: 'CLIP’s loss: each picture has to find its own caption among those of the other pictures in the batch.',
  },
  mined: {
    title: 'Mined captions',
    text: 'The same, and the caption that ConcretePlant mined is wrong too.',
  },
  slipform: {
    title: 'Slipform',
    text: 'The mined caption comes with its own picture, and with a margin that grows with concreteness.',
  },
};

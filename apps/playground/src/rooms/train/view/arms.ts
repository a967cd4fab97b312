import type { ArmName } from '../run/losses';

/** What the page says of the three. */
export const arms: Readonly<Record<ArmName, { readonly title: string; readonly text: string }>> = {
  infoNce: {
    title: 'InfoNCE',
    text: 'Each icon has to find its own name among the names of the other icons in the batch.',
  },
  hard: {
    title: 'Hard negatives',
    text: 'The same, and a wrong name that differs by one word stands among them.',
  },
  cement: {
    title: 'Cement',
    text: 'The wrong name also gets a head start, larger for concrete words, so that it is pushed further away.',
  },
};

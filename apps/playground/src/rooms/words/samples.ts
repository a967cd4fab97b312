/** Texts to begin with: of things, of ideas, of both. */
export const samples: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'A photograph',
    text: 'Two dogs wait at a traffic light beside a red fire hydrant. A girl in a yellow raincoat holds their leash and an ice cream, and her grey umbrella lies on the wet pavement.',
  },
  {
    title: 'A contract',
    text: 'The parties agree that any obligation under this licence ends with notice, unless the law requires otherwise. A breach of trust gives the other party the right to claim compensation for the loss.',
  },
  {
    title: 'A recipe',
    text: 'Peel four apples and cut them into thin slices. Melt the butter in an iron pan, add sugar and a pinch of cinnamon, and stir until the kitchen smells of autumn. Serve it with patience, or with cream.',
  },
  {
    title: 'A thought',
    text: 'Hope is no plan, and courage is not the absence of fear. What we call wisdom is mostly memory with the anger left out; what we call luck is often a friend who opened a door.',
  },
  {
    title: 'Two spellings',
    text: 'The grey harbour and the gray harbor are one place. An aeroplane crossed the theatre, an airplane crossed the theater; the coloured jewellery in the catalogue had the flavour of yoghurt.',
  },
];

/** Words for a legend, from ideas to things. */
export const legendWords = 'luck, justice, plan, journey, walk, bread';

/** The page's own signs, 24 × 24, drawn by a line of 2; paths of ours. */
const signs = {
  check: 'M4 12.5l5 5L20 6.5',
  close: 'M5 5l14 14M19 5L5 19',
  contrast: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 3v18M12 7.5h6.5M12 12h9M12 16.5h6.5',
  down: 'M12 4v11M7 10.5l5 5l5-5M4 20h16',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  up: 'M12 15V4M7 8.5l5-5l5 5M4 20h16',
  undo: 'M9 5L4.5 9.5L9 14M5 9.5h8.5a5.5 5.5 0 0 1 0 11H9',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.5v.01',
} as const;

export type SignName = keyof typeof signs;

/** A sign of the page; what it means is said by text beside it or by the label of its button. */
export function Sign({ name }: { readonly name: SignName }) {
  return (
    <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={signs[name]} />
    </svg>
  );
}

import type { ComponentType } from 'preact';

/** What a room is given: the parameters of its address, `#/words?t=a+bell` → `t`, and a way to change them. */
export interface RoomProps {
  readonly params: URLSearchParams;
  /** Writes parameters into the address without a new entry in the history; an empty value takes one away. */
  readonly setParams: (changes: Readonly<Record<string, string>>) => void;
}

export interface Room {
  /** Its address is `#/` and this; its folder has the same name. */
  readonly id: string;
  /** In the header. */
  readonly title: string;
  /** The document's title. */
  readonly heading: string;
  /** Loads the room's code when it is opened first. */
  readonly load: () => Promise<{ readonly default: ComponentType<RoomProps> }>;
}

/** The rooms, in the order of the header. The first is where an address without a room leads. */
export const rooms: readonly Room[] = [
  {
    id: 'draw',
    title: 'Draw',
    heading: 'A caption and its hard negatives, drawn',
    load: () => import('./draw/draw-room'),
  },
  {
    id: 'negatives',
    title: 'Negatives',
    heading: 'Captions that are wrong by one word',
    load: () => import('./negatives/negatives-room'),
  },
  {
    id: 'words',
    title: 'Words',
    heading: 'How concrete are these words?',
    load: () => import('./words/words-room'),
  },
  {
    id: 'train',
    title: 'Train',
    heading: 'Train a model in this page',
    load: () => import('./train/train-room'),
  },
];

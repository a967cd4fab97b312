export type { Icon, IconSet, MinimalPair, SetInfo, Split } from './corpus/icon';

import type { Icon, IconSet, MinimalPair, SetInfo } from '@slipform/icons';
import type {} from '@slipform/icons/files';

export type Everything = [Icon, IconSet, MinimalPair, SetInfo];

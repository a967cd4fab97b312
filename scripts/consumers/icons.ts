import {
  type Icon,
  type IconSet,
  type MinimalPair,
  minimalPairs,
  readIconSet,
  type SetInfo,
} from '@slipform/icons';
import {
  type Corpus,
  type ExportFormat,
  type ExportOptions,
  exportIcons,
  openCorpus,
} from '@slipform/icons/files';

export type Everything = [Icon, IconSet, MinimalPair, SetInfo, Corpus, ExportFormat];
export const options: ExportOptions = { folder: 'shards', format: 'webdataset', split: 'train' };
export const functions = [exportIcons, minimalPairs, openCorpus, readIconSet];

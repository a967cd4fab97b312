import { misfit } from '@slipform/kit/options/options';
import type { SetInfo } from '../icon';
import { checkSet } from './check-set';

/**
 * The notice that pictures of some sets, or a model that learned from them, must bring along: title, artist, licence
 * and their addresses, a set a paragraph, by prefix.
 *
 * @example
 * const notice = noticeOf(corpus.sets); // the text of a NOTICE file
 */
export function noticeOf(sets: readonly SetInfo[]): string {
  if (!Array.isArray(sets)) throw misfit('noticeOf', 'sets', 'a list of sets', sets);
  for (const [at, set] of sets.entries()) {
    checkSet('noticeOf', `sets[${at}]`, set, ['set', 'title', 'artist', 'licence', 'licenceUrl', 'url']);
  }
  const paragraphs = [...sets]
    .sort((a, b) => (a.set < b.set ? -1 : 1))
    .map(({ set, title, artist, licence, licenceUrl, url, version }) => {
      const name = `${title} (${set}${version ? ` ${version}` : ''}) by ${artist || 'an unnamed artist'}`;
      return [name, `  licence: ${[licence, licenceUrl].filter(Boolean).join(', ')}`, url && `  from: ${url}`]
        .filter(Boolean)
        .join('\n');
    });
  return `Icons of these sets were used. They were drawn to scale and turned into pixels; nothing else was changed.\n\n${paragraphs.join('\n\n')}\n`;
}

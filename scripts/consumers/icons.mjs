/** What a user of the packed package does; prints the same by import and by require. No set and no renderer is there. */
export async function use(load) {
  const { captionsOf, iconSvg, minimalPairs, noticeOf, readIconSet, splitOf } = await load('@slipform/icons');
  const set = readIconSet({
    prefix: 'mine',
    info: { name: 'Mine', author: { name: 'Me' }, license: { title: 'MIT', spdx: 'MIT' } },
    icons: { 'bell-off': { body: '<path d="M0 0h8v8z"/>' }, 'bell-on': { body: '<path d="M0 0h9v9z"/>' } },
    aliases: { mute: { parent: 'bell-off' } },
  });
  return {
    pairs: minimalPairs(set.icons).map(({ words }) => words),
    captions: captionsOf(set.icons[0]),
    split: splitOf(set),
    svg: iconSvg(set.icons[0]).length > 0,
    notice: noticeOf([set]).includes('by Me'),
  };
}

/** The entry that reads and writes files, where no set and no renderer is installed. */
export async function useInNode(load) {
  const { readIconSet } = await load('@slipform/icons');
  const { openCorpus, exportIcons } = await load('@slipform/icons/files');
  const set = readIconSet({
    prefix: 'mine',
    info: { name: 'Mine', author: { name: 'Me' }, license: { title: 'MIT', spdx: 'MIT' } },
    icons: { bell: { body: '<path d="M0 0h8v8z"/>' } },
  });
  const problem = (promise) =>
    promise.then(
      () => 'none',
      (error) => error.message.replace(/,? got .*/, ''),
    );
  return {
    missing: await problem(openCorpus()),
    format: await problem(exportIcons(set, { folder: 'x', format: 'zip' })),
  };
}

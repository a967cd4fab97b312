import { noticeOf, type SetInfo } from '@slipform/icons';

/**
 * What has to go with a model that was trained on icons: the artists of its sets, and whose words were its captions.
 *
 * @param versions of the packages that sets and tags were read from
 */
export function modelNotice(
  sets: readonly SetInfo[],
  trained: readonly { readonly set: string }[],
  versions: Readonly<Record<string, string>>,
): string {
  const names = new Set(trained.map(({ set }) => set));
  const packages = Object.entries(versions)
    .map(([name, version]) => `  ${name} ${version}`)
    .sort();
  return `This model learned from the icons below, from their names, and from words that people gave them. It holds no drawing.

Packages that icons, names and tags were read from:
${packages.join('\n')}

${noticeOf(sets.filter(({ set }) => names.has(set)))}`;
}

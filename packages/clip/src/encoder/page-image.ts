/** Width and height of a page's image in pixels; undefined for any other value. */
export function pageImageSize(
  image: unknown,
): { readonly width: number; readonly height: number } | undefined {
  if (typeof image !== 'object' || image === null || 'data' in image) return undefined;
  const sizes = image as Readonly<Record<string, unknown>>;
  for (const prefix of ['natural', 'video', 'display']) {
    const [width, height] = [sizes[`${prefix}Width`], sizes[`${prefix}Height`]];
    if (typeof width === 'number' && typeof height === 'number') return { width, height };
  }
  const { width, height } = sizes;
  const isDrawn = 'getContext' in image || 'close' in image;
  return isDrawn && typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined;
}

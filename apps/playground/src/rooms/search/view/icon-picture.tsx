import { useEffect, useState } from 'preact/hooks';
import { base, catalog } from '../use-search';
import { drawingOf, pictureUrl } from './drawings';

export interface IconPictureProps {
  readonly set: string;
  readonly row: number;
  /** Edge in CSS pixels. */
  readonly size: number;
}

/** The drawing of an icon, once its file is there; beside it stands what it is. */
export function IconPicture({ set, row, size }: IconPictureProps) {
  const [shown, setShown] = useState<{ readonly key: string; readonly url: string }>();
  const key = `${set} ${row}`;
  useEffect(() => {
    let isWanted = true;
    drawingOf(catalog, base, set, row).then(
      (drawing) => isWanted && setShown({ key, url: pictureUrl(drawing) }),
      () => isWanted && setShown({ key, url: '' }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  const isColoured = catalog.sets.find((one) => one.set === set)?.isColoured ?? false;
  const url = shown?.key === key ? shown.url : undefined;
  if (url === '')
    return (
      <span
        class="picture picture-missing"
        style={{ width: size, height: size }}
        title="This drawing did not load"
      />
    );
  if (url === undefined)
    return <span class="picture picture-waiting" style={{ width: size, height: size }} />;
  return <img class={isColoured ? 'picture' : 'picture pen'} src={url} width={size} height={size} alt="" />;
}

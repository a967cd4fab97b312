import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../../parts/button';
import { Sign } from '../../../parts/sign';
import { copyText, saveFile } from '../../../parts/take-away';
import type { Hit } from '../index/search-tables';
import { base, catalog } from '../use-search';
import { drawingOf, svgText } from './drawings';
import { IconPicture } from './icon-picture';

export interface IconSheetProps {
  readonly hit: Hit;
  readonly onClose: () => void;
  readonly onLike: (hit: Hit) => void;
}

/** The SVG of an icon, with who drew it in a comment. */
export async function svgOf({ set, row, name }: Hit): Promise<string> {
  const about = catalog.sets.find((one) => one.set === set);
  const comment = `${set}:${name} by ${about?.artist}, ${about?.licence}, ${about?.url}`;
  return svgText(await drawingOf(catalog, base, set, row), comment);
}

/** An icon at full length: who drew it, how to take it away, what is like it. */
export function IconSheet({ hit, onClose, onLike }: IconSheetProps) {
  const about = catalog.sets.find((one) => one.set === hit.set)!;
  const [copied, setCopied] = useState('');
  useEffect(() => setCopied(''), [hit]);
  const id = `${hit.set}:${hit.name}`;
  const copy = async (what: string, text: string | Promise<string>) => {
    if (await copyText(await text, what)) setCopied(what);
  };
  const save = async () => saveFile(`${hit.set}-${hit.name}.svg`, await svgOf(hit), 'image/svg+xml');
  return (
    <Sheet title={hit.caption} onClose={onClose}>
      <div class="icon-stage">
        <IconPicture set={hit.set} row={hit.row} size={144} />
        <div class="icon-sizes">
          {[16, 24, 32, 48].map((size) => (
            <IconPicture key={size} set={hit.set} row={hit.row} size={size} />
          ))}
        </div>
      </div>
      <div class="icon-actions">
        <Button
          kind="main"
          sign={copied === 'SVG' ? 'check' : 'copy'}
          onClick={() => copy('SVG', svgOf(hit))}
        >
          {copied === 'SVG' ? 'Copied' : 'Copy SVG'}
        </Button>
        <Button sign={copied === 'Name' ? 'check' : 'copy'} onClick={() => copy('Name', id)}>
          {copied === 'Name' ? 'Copied' : 'Copy name'}
        </Button>
        <Button sign="down" onClick={save}>
          Download
        </Button>
        <Button sign="like" onClick={() => onLike(hit)}>
          More like this
        </Button>
      </div>
      <dl class="facts">
        <dt>Name</dt>
        <dd>
          <code>{id}</code>
        </dd>
        {hit.aliases.length > 0 && (
          <>
            <dt>Also called</dt>
            <dd>{hit.aliases.join(', ')}</dd>
          </>
        )}
        {hit.style !== '' && (
          <>
            <dt>Style</dt>
            <dd>{hit.style}</dd>
          </>
        )}
        <dt>Set</dt>
        <dd>
          <a href={about.url} rel="noreferrer" target="_blank">
            {about.title}
          </a>{' '}
          {about.version}
        </dd>
        <dt>Artist</dt>
        <dd>{about.artist}</dd>
        <dt>Licence</dt>
        <dd>
          <a href={about.licenceUrl} rel="noreferrer" target="_blank">
            {about.licence}
          </a>
        </dd>
      </dl>
      <p class="hint">
        What is copied or downloaded names its artist and licence in a comment. Keep it where the licence asks
        for that.
      </p>
    </Sheet>
  );
}

interface SheetProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
}

/** What stands over the page until it is closed: by its cross, by Escape, or by a press beside it. */
function Sheet({ title, children, onClose }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element?.open === false) element.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="sheet-body">
        <div class="sheet-head">
          <h2 id={id}>{title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label="Close"
            onClick={() => dialog.current?.close()}
          >
            <Sign name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from './button';

export interface DropFileProps {
  /** What is chosen: “Choose a file of ratings”. */
  readonly label: string;
  /** What may be dropped, in words. */
  readonly children: ComponentChildren;
  /** As of `<input accept>`: what the browser offers first. A person may still choose anything. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A place where a file is dropped, with a button that does the same. */
export function DropFile({ label, children, accept, onFile }: DropFileProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; the button does the same
    <div
      class="drop-file"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Button sign="up" onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        class="unseen"
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again, once it was corrected.
          event.currentTarget.value = '';
        }}
      />
      <p class="hint">{children}</p>
    </div>
  );
}

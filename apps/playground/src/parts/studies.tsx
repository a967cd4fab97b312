import type { ComponentChildren } from 'preact';
import files from '../../generated/pairs.json';

/** What the studies found, in a line, with all of it behind a link: a text file, which stands beside the page wherever it is. */
export function Studies({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="explain studies">
      <strong>What the studies found.</strong> {children}{' '}
      <a href={files.findings} target="_blank" rel="noreferrer">
        All findings
      </a>
    </p>
  );
}

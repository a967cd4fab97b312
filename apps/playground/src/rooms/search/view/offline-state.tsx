import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../parts/button';
import { dataUrl } from '../../../parts/data-files';
import { canKeepFiles, keepFiles, savesData } from '../../../parts/keep-files';
import { Progress } from '../../../parts/progress';
import { base, catalog } from '../use-search';

const files = [
  ...Object.values({ ...catalog.words.files }),
  ...Object.values({ ...catalog.drawings.files }),
  ...catalog.sets.flatMap(({ names, vectors, drawings }) => [names, vectors, ...drawings]),
].map((path) => dataUrl(path, base));
const bytes = catalog.sets.reduce(
  (sum, set) => sum + set.bytes.vectors + set.bytes.names + set.bytes.drawings,
  catalog.words.bytes + catalog.drawings.bytes,
);
/** As much is kept without asking, where the person has not asked to save data. */
const maxUnasked = 40_000_000;

type Kept = { readonly done: number } | 'all' | 'stopped' | undefined;

/** Keeps what the search may need, so that it works without a network; starts once the search itself is there. */
export function OfflineState({ isReady }: { readonly isReady: boolean }) {
  const [kept, setKept] = useState<Kept>();
  const stop = useRef(new AbortController());
  const keep = useCallback(() => {
    stop.current = new AbortController();
    keepFiles(files, (done) => setKept({ done }), stop.current.signal).then(
      () => setKept('all'),
      () => setKept('stopped'),
    );
  }, []);
  useEffect(() => {
    if (isReady && canKeepFiles() && !savesData() && bytes <= maxUnasked) keep();
    return () => stop.current.abort();
  }, [isReady]);
  if (!canKeepFiles()) return null;
  if (kept === 'all') return <p class="hint offline">This room now works without a network.</p>;
  if (kept === undefined || kept === 'stopped') {
    if (!isReady) return null;
    return (
      <div class="offline">
        <Button sign="down" onClick={keep}>
          Keep all icons for use without a network ({Math.round(bytes / 1e6)} MB)
        </Button>
      </div>
    );
  }
  return (
    <div class="offline">
      <Progress
        label="Keeping the icons for use without a network"
        done={kept.done}
        total={files.length}
        onCancel={() => stop.current.abort()}
      />
    </div>
  );
}

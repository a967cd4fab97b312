import { ResultGrid } from '../../../parts/result-grid';
import { copyText } from '../../../parts/take-away';
import type { Hit } from '../index/search-tables';
import { catalog } from '../use-search';
import { IconPicture } from './icon-picture';
import { svgOf } from './icon-sheet';

const titles = new Map(catalog.sets.map(({ set, title }) => [set, title]));

export interface IconResultsProps {
  readonly label: string;
  readonly hits: readonly Hit[];
  /** Marks the icons that a match of names finds too. */
  readonly isMarking: boolean;
  readonly onChoose: (hit: Hit) => void;
}

/** Icons that were found, each with its name and set. */
export function IconResults({ label, hits, isMarking, onChoose }: IconResultsProps) {
  return (
    <ResultGrid
      label={label}
      items={hits}
      keyOf={({ set, row }) => `${set} ${row}`}
      onChoose={onChoose}
      onKey={(hit, key) => {
        if (key === 'c')
          svgOf(hit).then(
            (svg) => copyText(svg, 'SVG'),
            () => {},
          );
      }}
    >
      {(hit) => (
        <>
          <IconPicture set={hit.set} row={hit.row} size={44} />
          <span class="card-name">{hit.caption}</span>
          <span class="card-set">{titles.get(hit.set)}</span>
          {isMarking && hit.isNamed && (
            <span class="card-mark" title="Its name matches too">
              <span aria-hidden="true">Aa</span>
              <span class="unseen">Its name matches too</span>
            </span>
          )}
        </>
      )}
    </ResultGrid>
  );
}

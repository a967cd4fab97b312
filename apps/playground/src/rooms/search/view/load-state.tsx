import { ErrorBox } from '../../../parts/error-box';
import { Progress } from '../../../parts/progress';
import { catalog, type SearchState } from '../use-search';

const totalIcons = catalog.sets.reduce((sum, { count }) => sum + count, 0);

/** How much of the search is there, and what did not come. */
export function LoadState({ state, onRetry }: { readonly state: SearchState; readonly onRetry: () => void }) {
  const { failures, icons, hasModel, sets } = state;
  if (failures.length > 0) {
    return (
      <ErrorBox
        title={`${failures.map(({ what }) => what).join(', ')} did not load`}
        error={failures[0]!.message}
        onRetry={onRetry}
      >
        What is there can be searched.
      </ErrorBox>
    );
  }
  if (hasModel && sets.size === catalog.sets.length) return null;
  return (
    <Progress
      label={hasModel ? 'Loading icons' : 'Loading the model and icons'}
      done={icons}
      total={totalIcons}
      text={`${icons.toLocaleString('en')} of ${totalIcons.toLocaleString('en')} icons`}
    />
  );
}

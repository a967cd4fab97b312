import { useEffect, useState } from 'preact/hooks';
import { ErrorBox } from '../parts/error-box';

/** Errors that no room has caught: said once, so that nothing fails in silence. */
export function Faults() {
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const onError = (event: ErrorEvent) => setError(event.error ?? event.message);
    const onRejection = (event: PromiseRejectionEvent) => setError(event.reason);
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    return () => {
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
  if (error === undefined) return null;
  return (
    <ErrorBox title="Something went wrong" error={error} onRetry={() => location.reload()}>
      What you see may be incomplete. Loading the page again often helps.
    </ErrorBox>
  );
}

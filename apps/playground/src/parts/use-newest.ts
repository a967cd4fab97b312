import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Newest<Question, Answer> {
  /** The last answer, and what it answers: a new one takes its place when it is there. */
  readonly answered?: { readonly question: Question; readonly answer: Answer };
  readonly isAsking: boolean;
  readonly error?: unknown;
}

/**
 * The answer to a question that changes while a person types. It is asked at once; while it is being answered only the newest waits, so
 * that nobody who types fast gets a queue, and the last letter no pause.
 *
 * @param question undefined where nothing is asked; another object is another question
 * @param ask an undefined answer changes nothing: the last one stays
 */
export function useNewest<Question, Answer>(
  question: Question | undefined,
  ask: (question: Question) => Promise<Answer | undefined>,
): Newest<Question, Answer> & { readonly retry: () => void } {
  const [state, setState] = useState<Newest<Question, Answer>>({ isAsking: question !== undefined });
  const [tries, setTries] = useState(0);
  const wanted = useRef<Question | undefined>(undefined);
  const isRunning = useRef(false);
  const run = async () => {
    isRunning.current = true;
    while (wanted.current !== undefined) {
      const own = wanted.current;
      wanted.current = undefined;
      try {
        const answer = await ask(own);
        const isAsking = wanted.current !== undefined;
        setState((before) =>
          answer === undefined ? { ...before, isAsking } : { answered: { question: own, answer }, isAsking },
        );
      } catch (error) {
        if (wanted.current === undefined) setState((before) => ({ ...before, isAsking: false, error }));
      }
    }
    isRunning.current = false;
  };
  useEffect(() => {
    wanted.current = question;
    if (question === undefined) return;
    setState((before) => ({ ...before, isAsking: true, error: undefined }));
    if (!isRunning.current) void run();
  }, [question, tries]);
  // Who leaves the room asks no more.
  useEffect(
    () => () => {
      wanted.current = undefined;
    },
    [],
  );
  const retry = useCallback(() => setTries((count) => count + 1), []);
  return { ...state, retry };
}

/** A value once it has stayed the same for so many milliseconds; until then the one before. */
export function useSettled<Value>(value: Value, pause: number): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

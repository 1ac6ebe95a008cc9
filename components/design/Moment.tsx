import { useWords } from '../words-context.tsx';

const LAST_DATE_MS = 8.64e15;

/** A moment in words, with its exact time for machines. Milliseconds since 1970; nothing when it is no date. */
export const Moment = ({ at, now }: { at: number; now: number }) => {
  const words = useWords();
  if (!(Math.abs(at) <= LAST_DATE_MS)) return null;
  return <time dateTime={new Date(at).toISOString()}>{words.when(at, now)}</time>;
};

interface ProgressBarProps {
  /** Id of the words that say what is being done. */
  readonly labelledBy: string;
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
}

export const ProgressBar = ({ labelledBy, done, total }: ProgressBarProps) =>
  total > 0 ? (
    <progress aria-labelledby={labelledBy} value={Math.min(done, total)} max={total} />
  ) : (
    <progress aria-labelledby={labelledBy} />
  );

import { Button } from '../design/Button.tsx';

interface StoppableProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly stop: string;
  onStop(): void;
}

/** A bar, and beside it what stops the work. Its words stand elsewhere: they are announced. */
export const StoppableProgress = ({ label, done, total, stop, onStop }: StoppableProgressProps) => (
  <div class="verifier-progress-bar">
    <progress aria-label={label} max={Math.max(1, total)} value={done} />
    <Button look="quiet" onPress={onStop}>
      {stop}
    </Button>
  </div>
);

import { useWords } from '../words-context.tsx';

interface ShowTypedProps {
  readonly shown: boolean;
  onShown(shown: boolean): void;
}

/** Nobody types a sentence twice without seeing it once. */
export const ShowTyped = ({ shown, onShown }: ShowTypedProps) => {
  const words = useWords();
  return (
    <label class="tick">
      <input
        type="checkbox"
        name="show"
        checked={shown}
        onChange={(event) => onShown(event.currentTarget.checked)}
      />
      {words('backup_show')}
    </label>
  );
};

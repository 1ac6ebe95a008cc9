import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { labelProblem } from './label.ts';

interface NewDossierProps {
  readonly taken: readonly { readonly label: string }[];
  readonly waiting: boolean;
  readonly focused: boolean;
  readonly proposed: string;
  onLabel(label: string): void;
}

/** A new dossier by initials. Two dossiers that read the same would sooner or later be mixed: refused. */
export const NewDossier = ({ taken, waiting, focused, proposed, onLabel }: NewDossierProps) => {
  const words = useWords();
  const [label, setLabel] = useState(proposed);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (focused) form.current?.querySelector('input')?.focus();
  }, [focused]);
  const wanted = label.trim().replace(/\s+/g, ' ');
  const problem = labelProblem(wanted, taken);
  const error =
    problem === 'taken'
      ? words('initials_taken', { label: isolated(wanted) })
      : problem === 'missing'
        ? words('initials_missing')
        : null;
  return (
    <form
      ref={form}
      class="new-dossier"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === null) onLabel(wanted);
        else form.current?.querySelector('input')?.focus();
      }}
    >
      <Field
        label={words('initials')}
        hint={words('initials_hint')}
        error={tried ? error : null}
        value={label}
        maxLength={60}
        onText={setLabel}
      />
      <Button type="submit" wide waiting={waiting} onPress={() => undefined}>
        {words(waiting ? 'assigning' : 'create_dossier')}
      </Button>
    </form>
  );
};

import { useState } from 'preact/hooks';
import type { DossierChoice } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { DossierList } from './DossierList.tsx';
import { NewDossier } from './NewDossier.tsx';
import type { Assignment } from './popup-props.ts';

export interface DossierPickerProps {
  readonly dossiers: readonly DossierChoice[];
  /** Labels that a new dossier may not have. */
  readonly taken: readonly DossierChoice[];
  readonly now: number;
  readonly waiting: boolean;
  /** Sentence of the button when there is but one dossier. */
  readonly pickKey: 'it_is_for' | 'put_in';
  /** Opened by a button: the focus moves in. */
  readonly focused: boolean;
  /** Label of a new dossier, written in beforehand. */
  readonly proposed?: string;
  onPick(dossier: Assignment['dossier']): void;
}

/** One dossier: one click. Several: a list. None, or someone new: initials. */
export const DossierPicker = (props: DossierPickerProps) => {
  const words = useWords();
  const { dossiers, taken, now, waiting, pickKey, focused, proposed = '', onPick } = props;
  const [adding, setAdding] = useState(false);
  const only = dossiers.length === 1 ? dossiers[0] : undefined;
  const form = (
    <NewDossier
      taken={taken}
      waiting={waiting}
      focused={focused || adding}
      proposed={proposed}
      onLabel={(label) => onPick({ label })}
    />
  );
  if (dossiers.length === 0) return form;
  return (
    <>
      {only ? (
        <Button look="primary" wide waiting={waiting} onPress={() => onPick({ id: only.id })}>
          {words(pickKey, { label: isolated(only.label) })}
        </Button>
      ) : (
        <DossierList dossiers={dossiers} now={now} waiting={waiting} onPick={(id) => onPick({ id })} />
      )}
      {adding ? (
        form
      ) : (
        <Button wide onPress={() => setAdding(true)}>
          {words(only ? 'someone_else' : 'new_dossier')}
        </Button>
      )}
    </>
  );
};

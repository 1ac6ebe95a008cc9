import { useState } from 'preact/hooks';
import type { DossierChoice } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { useWords } from '../words-context.tsx';
import { foldLabel } from './label.ts';

interface DossierListProps {
  readonly dossiers: readonly DossierChoice[];
  readonly now: number;
  readonly waiting: boolean;
  onPick(id: string): void;
}

const SHOWN = 4;
/** Beyond this, reading all takes longer than typing two letters. */
const SEARCHED = 8;

/** Dossiers by last use, a few first. */
export const DossierList = ({ dossiers, now, waiting, onPick }: DossierListProps) => {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [all, setAll] = useState(false);
  const wanted = foldLabel(query);
  const found = [...dossiers]
    .sort((a, b) => b.lastUsedAt - a.lastUsedAt)
    .filter(({ label }) => foldLabel(label).includes(wanted));
  const shown = all ? found : found.slice(0, SHOWN);
  const hidden = found.length - shown.length;
  return (
    <>
      {dossiers.length > SEARCHED && (
        <Field label={words('find_dossier')} value={query} maxLength={60} onText={setQuery} />
      )}
      <ul class="plain dossier-list" aria-label={words('choose_dossier')}>
        {shown.map((dossier) => (
          <li key={dossier.id}>
            <Button wide waiting={waiting} onPress={() => onPick(dossier.id)}>
              <bdi>{dossier.label}</bdi> <LastUsed at={dossier.lastUsedAt} now={now} />
            </Button>
          </li>
        ))}
      </ul>
      <p class="soft" role="status">
        {found.length === 0 ? words('no_dossier_found') : ''}
      </p>
      {hidden > 0 && (
        <Button look="quiet" onPress={() => setAll(true)}>
          {words('more_dossiers', { count: hidden })}
        </Button>
      )}
    </>
  );
};

const LastUsed = ({ at, now }: { at: number; now: number }) => {
  const words = useWords();
  return <span class="soft">{words('last_used', { day: words.day(at, now) })}</span>;
};

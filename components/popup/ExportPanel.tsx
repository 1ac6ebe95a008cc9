import { useState } from 'preact/hooks';
import type { PopupView } from '../../lib/app/popup/popup-view.ts';
import { countsText } from '../counts.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { DossierList } from './DossierList.tsx';

interface ExportPanelProps {
  readonly view: PopupView;
  readonly now: number;
  onExport(dossierId: string): void;
}

/** Always says which dossier leaves: an export of the wrong person cannot be called back. */
export const ExportPanel = ({ view, now, onExport }: ExportPanelProps) => {
  const words = useWords();
  const [choosing, setChoosing] = useState(false);
  const { dossier, dossiers, totals } = view;
  const press = () => (dossier ? onExport(dossier.id) : setChoosing(true));
  return (
    <Section name="export" titleHidden title={words('export_title')}>
      {dossier && (
        <p class="soft">
          {words('export_detail', {
            label: isolated(dossier.label),
            counts: countsText(words, totals),
          })}
        </p>
      )}
      {dossiers.length === 0 && !dossier ? (
        <p class="soft">{words('export_later')}</p>
      ) : choosing && !dossier ? (
        <>
          <p>{words('export_choose')}</p>
          <DossierList dossiers={dossiers} now={now} waiting={false} onPick={onExport} />
        </>
      ) : (
        <Button wide onPress={press}>
          {words('export')}
        </Button>
      )}
      {view.inPrivate && dossiers.length > 0 && <p class="soft">{words('export_ordinary')}</p>}
    </Section>
  );
};

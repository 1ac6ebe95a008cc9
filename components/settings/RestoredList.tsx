import type { ComponentChildren } from 'preact';
import type { RestoredDossier, RestoreReport } from '../../lib/app/backup/backup-ports.ts';
import { Notice } from '../design/Notice.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';

interface RestoredListProps {
  readonly report: RestoreReport;
  readonly now: number;
  readonly stamping: boolean;
  title(text: string): ComponentChildren;
}

/** What came, what was here already, what was refused and why. */
export const RestoredList = ({ report, now, stamping, title }: RestoredListProps) => {
  const words = useWords();
  const { added, continued, known, diverged, waiting, imports, damaged } = report;
  const counted = (dossiers: readonly RestoredDossier[]) => ({
    dossiers: words('backup_dossiers', { count: dossiers.length }),
    captures: words('captures', {
      count: dossiers.reduce((sum, { captures }) => sum + captures, 0),
    }),
  });
  const rehearsals = added.filter(({ rehearsal }) => rehearsal).length;
  const nothing = added.length + continued.length + waiting + imports === 0;
  const labels = diverged.map(({ label }) => isolated(label)).join(', ');
  return (
    <>
      <Notice tone="calm">
        {title(words(nothing ? 'backup_restored_nothing' : 'backup_restored'))}
        <p>{words('backup_restored_from', { when: words.when(report.createdAt, now) })}</p>
        {added.length > 0 && <p>{words('backup_added', counted(added))}</p>}
        {rehearsals > 0 && <p>{words('backup_rehearsals', { count: rehearsals })}</p>}
        {continued.length > 0 && <p>{words('backup_continued', counted(continued))}</p>}
        {known.length > 0 && <p>{words('backup_known', { dossiers: counted(known).dossiers })}</p>}
        {waiting > 0 && <p>{words('backup_waiting', { count: waiting })}</p>}
        {imports > 0 && <p>{words('backup_imports', { count: imports })}</p>}
        {damaged > 0 && <p>{words('backup_damaged_there', { count: damaged })}</p>}
        {!nothing && <p>{words('backup_restored_key')}</p>}
        {report.settings.timestamps.on && !stamping && <p>{words('backup_timestamps_off')}</p>}
      </Notice>
      {diverged.length > 0 && (
        <Notice tone="alert">
          <p>{words('backup_diverged', { count: diverged.length, labels })}</p>
        </Notice>
      )}
    </>
  );
};

import { useRef, useState } from 'preact/hooks';
import type { BackupProps, BackupState } from '../../components/settings/backup-props.ts';
import { ask } from '../../lib/browser/ask.ts';
import { type RunningJob, startBackupJob } from '../../lib/browser/backup/backup-client.ts';
import { noteSavedElsewhere } from '../../lib/browser/remembered/saved-elsewhere.ts';
import { language, timestamps } from '../../lib/browser/remembered/settings.ts';
import { software } from '../../lib/browser/remembered/surroundings.ts';
import type { OfferedFile } from '../../lib/browser/store/offered-file.ts';

/** State of the section of back-ups. A worker does the work; the page hands over the file and the settings. */
export function useBackup(onRestored: () => void): BackupProps {
  const [state, setState] = useState<BackupState>({ kind: 'idle' });
  const running = useRef<Pick<RunningJob<'make'>, 'cancel'> | null>(null);
  const offered = useRef<OfferedFile | null>(null);

  const follow =
    (job: 'make' | 'restore') =>
    ({ done, total }: { readonly done: number; readonly total: number }): void =>
      setState({ kind: 'running', job, done, total });

  async function make(passphrase: string): Promise<void> {
    await offered.current?.discard();
    offered.current = null;
    follow('make')({ done: 0, total: 0 });
    const settings = { language: await language.getValue(), timestamps: await timestamps.getValue() };
    const job = startBackupJob<'make'>(
      { job: 'make', passphrase, software: software(), settings },
      follow('make'),
    );
    running.current = job;
    const outcome = await job.outcome;
    running.current = null;
    if ('failed' in outcome) return setState({ kind: 'failed', job: 'make', reason: outcome.failed.reason });
    const { done, file } = outcome;
    offered.current = file;
    await file?.save();
    const { fileName, bytes, counts, damaged, covered } = done;
    const { dossiers, captures } = counts;
    setState({ kind: 'made', fileName, bytes, dossiers, captures, damaged });
    await noteSavedElsewhere(covered).catch(() => undefined); // reminded once more
  }

  async function restore(file: File, passphrase: string): Promise<void> {
    follow('restore')({ done: 0, total: 0 });
    const job = startBackupJob<'restore'>({ job: 'restore', passphrase, file }, follow('restore'));
    running.current = job;
    const outcome = await job.outcome;
    running.current = null;
    if ('failed' in outcome)
      return setState({ kind: 'failed', job: 'restore', reason: outcome.failed.reason });
    const { report } = outcome.done;
    setState({ kind: 'restored', report });
    await noteSavedElsewhere(report.covered).catch(() => undefined); // reminded once more
    await takeSettings(report.settings).catch(() => undefined); // they are chosen again in a moment
    onRestored();
  }

  const fail = (job: 'make' | 'restore') => () => setState({ kind: 'failed', job, reason: 'unexpected' });
  return {
    state,
    onMake: (passphrase) => {
      if (!running.current) make(passphrase).catch(fail('make'));
    },
    onRestore: (file, passphrase) => {
      if (!running.current) restore(file, passphrase).catch(fail('restore'));
    },
    onStop: () => running.current?.cancel(),
    onSaveAgain: () => {
      offered.current?.save().catch(fail('make'));
    },
  };
}

/** What was chosen here stays; an authority is never asked before the browser has asked the person. */
async function takeSettings(theirs: {
  readonly language: string | null;
  readonly timestamps: { readonly url: string };
}): Promise<void> {
  if (theirs.language !== null && (await language.getValue()) === null)
    await ask('settings.language', { language: theirs.language });
  const ours = await timestamps.getValue();
  if (!ours.on) await timestamps.setValue({ on: false, url: theirs.timestamps.url });
}

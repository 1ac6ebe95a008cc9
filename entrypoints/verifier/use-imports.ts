import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ImportListProps, KeepCopyProps, KeepState } from '../../components/verifier/imports-props.ts';
import { type RunningJob, startBackupJob } from '../../lib/browser/backup/backup-client.ts';
import { createKeptImports } from '../../lib/browser/backup/kept-imports.ts';
import type { OfferedFile } from '../../lib/browser/store/offered-file.ts';
import { isStoreTrouble } from '../../lib/browser/store/trouble-of.ts';
import type { VerificationReport } from '../../lib/core/verify/check.ts';
import type { CheckedBundle, Verifier } from './use-verifier.ts';

/** Only what is intact is kept, and only as the very file that was given. */
function stateOf({ file, report }: CheckedBundle): KeepState {
  if (report.verdict !== 'intact') return { kind: 'refused', reason: 'not-intact' };
  return file ? { kind: 'offered' } : { kind: 'refused', reason: 'folder' };
}

const aboutOf = (name: string, { level, key, rehearsal }: VerificationReport) => ({
  name: name.slice(0, 300),
  importedAt: Date.now(),
  level: level ?? ('intact' as const),
  keySha256: level === null || level === 'intact' ? null : (key?.spkiSha256 ?? null),
  rehearsal: rehearsal === true,
});

/** State of the bundles that the extension keeps of others. */
export function useImports({ checked, onGiven }: Verifier): {
  keep: KeepCopyProps | null;
  list: ImportListProps;
} {
  const kept = useMemo(createKeptImports, []);
  const [imports, setImports] = useState<ImportListProps['imports']>('reading');
  const [problem, setProblem] = useState<ImportListProps['problem']>('none');
  const [told, setTold] = useState<{ readonly of: CheckedBundle; readonly state: KeepState } | null>(null);
  const running = useRef<Pick<RunningJob<'keep'>, 'cancel'> | null>(null);
  const offered = useRef<OfferedFile | null>(null);

  const read = (): Promise<void> => kept.list().then(setImports, () => setImports('failed'));
  useEffect(() => {
    void read();
    kept.tidy().catch(() => undefined); // tried again when something is kept
  }, []);

  async function keepCopy(of: CheckedBundle, file: File): Promise<void> {
    const tell = (state: KeepState): void => setTold({ of, state });
    tell({ kind: 'keeping', done: 0, total: 0 });
    const job = startBackupJob<'keep'>(
      { job: 'keep', file, about: aboutOf(of.name, of.report) },
      (progress) => tell({ kind: 'keeping', ...progress }),
    );
    running.current = job;
    const outcome = await job.outcome;
    running.current = null;
    if ('done' in outcome) tell({ kind: outcome.done.again ? 'again' : 'kept' });
    else {
      const { reason } = outcome.failed;
      if (reason === 'cancelled') tell({ kind: 'offered' });
      else tell({ kind: 'failed', reason: isStoreTrouble(reason) ? reason : 'other' });
    }
    await read();
  }

  async function save(id: string): Promise<void> {
    setProblem('none');
    await offered.current?.discard();
    offered.current = null;
    const outcome = await startBackupJob<'give'>({ job: 'give', id }, () => undefined).outcome;
    if ('failed' in outcome) return setProblem('save');
    offered.current = outcome.file;
    await outcome.file?.save();
  }

  const file = checked?.file ?? null;
  return {
    keep:
      checked && !checked.keptAlready
        ? {
            state: told?.of === checked ? told.state : stateOf(checked),
            onKeep: () => {
              if (file && !running.current) keepCopy(checked, file).catch(() => undefined); // told by its state
            },
            onStop: () => running.current?.cancel(),
          }
        : null,
    list: {
      imports,
      now: Date.now(),
      problem,
      onVerify: (id) => {
        const found = typeof imports === 'string' ? undefined : imports.find((each) => each.id === id);
        if (found) onGiven(kept.given(found));
      },
      onSave: (id) => {
        save(id).catch(() => setProblem('save'));
      },
      onErase: (id) => {
        setProblem('none');
        kept.erase(id).then(read, () => setProblem('erase'));
      },
    },
  };
}

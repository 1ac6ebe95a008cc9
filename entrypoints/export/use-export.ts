import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportPageProps, ExportPhase, ExportState } from '../../components/export/export-props.ts';
import type { ExportDescription } from '../../lib/app/protocol.ts';
import { heardStamping } from '../../lib/app/timestamps/told-stamping.ts';
import { ask } from '../../lib/browser/ask.ts';
import {
  type FinishedExport,
  type RunningExport,
  startExport,
} from '../../lib/browser/export/export-client.ts';
import { noteSavedElsewhere } from '../../lib/browser/remembered/saved-elsewhere.ts';
import { isStoreTrouble } from '../../lib/browser/store/trouble-of.ts';
import { topFolderName } from '../../lib/core/bundle/layout.ts';

const PHASES = { reading: 'preparing', drawing: 'documents', writing: 'captures' } as const satisfies Record<
  string,
  ExportPhase
>;

/** State of the export page. The background describes the dossier and notes the export; the worker does the rest. */
export function useExport(dossierId: string): { props: ExportPageProps; choice: string | null } {
  const [state, setState] = useState<ExportState>({ kind: 'describing' });
  const [description, setDescription] = useState<ExportDescription | null>(null);
  const [choice, setChoice] = useState<string | null>(null);
  const running = useRef<RunningExport | null>(null);
  const finished = useRef<FinishedExport | null>(null);

  const fail = (error: unknown): void => {
    const detail = error instanceof Error ? error.message : 'unknown';
    // In the background's word for it.
    const reason = isStoreTrouble(detail) ? detail : 'unexpected';
    setState({ kind: 'failed', reason, detail });
  };

  const describe = (): void => {
    setState({ kind: 'describing' });
    ask('export.describe', { dossierId }).then((found) => {
      setDescription(found);
      setChoice(found?.language ?? null);
      setState(found ? { kind: 'ready' } : { kind: 'failed', reason: 'no-dossier' });
    }, fail);
  };
  useEffect(describe, [dossierId]);

  async function run(software: ExportDescription): Promise<void> {
    await finished.current?.discard();
    finished.current = null;
    setState({ kind: 'running', done: 0, total: 0, phase: 'preparing' });
    const { version, commit, timestamps = false } = software;
    running.current = startExport(
      { dossierId, software: { version, commit }, documents: true, timestamps },
      ({ phase, done, total }) => setState({ kind: 'running', done, total, phase: PHASES[phase] }),
      async (sha256) => heardStamping(await ask('timestamps.over', { sha256 })),
    );
    const outcome = await running.current.outcome;
    running.current = null;
    if ('failed' in outcome) {
      const { reason, detail } = outcome.failed;
      setState(reason === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', reason, detail });
      return;
    }
    const { fileName, bytes, manifestSha256, upTo, stamping } = outcome.finished;
    finished.current = outcome.finished;
    await outcome.finished.save();
    const saved: ExportState = {
      kind: 'saved',
      fileName,
      bytes,
      ...(stamping && { stamp: 'host' in stamping ? stamping : 'none' }),
    };
    setState(saved);
    await noteSavedElsewhere([{ id: dossierId, captures: software.captures }]).catch(() => undefined); // reminded once more
    try {
      await ask('export.finished', { dossierId, manifest: manifestSha256, upTo });
    } catch {
      setState({ ...saved, unnoted: true }); // the file itself is whole
    }
  }

  const props: ExportPageProps = {
    state,
    description,
    fileName: `${topFolderName(dossierId, Date.now(), description?.rehearsal)}.zip`,
    onStart: () => {
      if (!description) describe();
      else if (!running.current) run(description).catch(fail);
    },
    onCancel: () => running.current?.cancel(),
    onSaveAgain: () => {
      finished.current?.save().catch(fail);
    },
    onLanguage: (code) => {
      setChoice(code);
      ask('settings.language', { language: code }).catch(() => undefined); // this page speaks it all the same
    },
  };
  return { props, choice };
}

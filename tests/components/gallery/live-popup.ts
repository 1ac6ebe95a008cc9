import { useState } from 'preact/hooks';
import type { PopupActions } from '../../../components/popup/popup-props.ts';
import type { PopupView } from '../../../lib/app/popup/popup-view.ts';
import type { PopupState } from './popup-states.ts';
import { dossier, NOW } from './views.ts';

/** Answers as the background would, at once, so that focus and announcements can be tried; `log` keeps each request. */
export const useLivePopup = (
  first: PopupState | undefined,
  log: (action: string, value: unknown) => void,
): { state: PopupState | undefined; actions: Omit<PopupActions, 'onLanguage'> } => {
  const [state, setState] = useState(first);
  const change = (update: (view: PopupView) => Partial<PopupView>, outcome: PopupState['outcome'] = null) =>
    setState((old) => {
      if (old === undefined || old.view === 'loading' || 'error' in old.view) return old;
      return { busy: null, outcome, view: { ...old.view, ...update(old.view) } };
    });
  const actions: Omit<PopupActions, 'onLanguage'> = {
    onStart: () => {
      log('start', null);
      change(() => ({ noticeAccepted: true, page: { kind: 'watched', pictures: 'probable' } }));
    },
    onCapture: (statement) => {
      log('capture', statement);
      change(() => ({}), { kind: 'stored', imageMissing: null });
    },
    onProof: () => {
      log('proof', null);
      setState((old) => old && { ...old, busy: null, proof: { kind: 'stored', imageMissing: null } });
    },
    onAssign: (assignment) => {
      log('assign', assignment);
      const { dossier: wanted, bind, rooms } = assignment;
      change((view) => {
        const known = 'id' in wanted ? view.dossiers.find(({ id }) => id === wanted.id) : undefined;
        const chosen = known ?? dossier('label' in wanted ? wanted.label : wanted.id, 0);
        return {
          waiting: view.waiting.filter(({ id }) => !rooms.includes(id)),
          ...(bind ? { question: 'none' as const, suggested: null, dossier: chosen } : {}),
        };
      });
    },
    onDiscard: (room) => {
      log('discard', room);
      change((view) => ({ waiting: view.waiting.filter(({ id }) => id !== room) }));
    },
    onHide: (choice) => {
      log('hide', choice);
      change((view) => ({
        incidents: view.incidents.map((incident) =>
          incident.key === choice.fingerprint ? { ...incident, hidden: choice.hidden } : incident,
        ),
      }));
    },
    onRefuse: () => log('refuse', null),
    onGrantAccess: () => log('access', null),
    onGrantSite: (host) => log('access', host),
    onLeaveSite: (host) => log('leave', host),
    onReload: () => log('reload', null),
    onExport: (id) => log('export', id),
    onPage: (path) => log('page', path),
    onRetry: () => log('retry', NOW),
  };
  return { state, actions };
};

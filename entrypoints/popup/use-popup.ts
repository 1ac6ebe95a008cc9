import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PopupBusy, PopupProps } from '../../components/popup/popup-props.ts';
import {
  type CaptureOutcome,
  type PopupView,
  TROUBLES,
  viewInTrouble,
} from '../../lib/app/popup/popup-view.ts';
import { askForHostAccess } from '../../lib/browser/access/host-access.ts';
import { askForNeighbour, leaveNeighbour } from '../../lib/browser/access/neighbours.ts';
import { browser } from '../../lib/browser/api.ts';
import { ask } from '../../lib/browser/ask.ts';
import { openOrdinaryTab } from '../../lib/browser/tabs/ordinary-tab.ts';

/** While something is under way, or may happen on the page, the popup reads again this often (ms). */
const REFRESH = 1_000;

async function currentTab(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('no-tab');
  return tab.id;
}

const isWhole = (view: PopupProps['view']): view is PopupView => typeof view === 'object' && 'epoch' in view;
const epochOf = (view: PopupProps['view']): string | null => (isWhole(view) ? view.epoch : null);

/** State of the popup: everything it shows comes from the background, everything it does goes there. */
export function usePopup(): { props: PopupProps; choice: string | null } {
  const [view, setView] = useState<PopupProps['view']>('loading');
  const [busy, setBusy] = useState<PopupBusy>(null);
  const [outcome, setOutcome] = useState<CaptureOutcome | null>(null);
  const [proof, setProof] = useState<CaptureOutcome | null>(null);
  const [choice, setChoice] = useState<string | null>(null);
  const [now, setNow] = useState(() => Date.now());

  const show = useCallback((next: PopupView) => {
    setView(next);
    setChoice(next.language);
    setNow(Date.now());
  }, []);
  const fail = useCallback((error: unknown) => {
    const name = error instanceof Error ? error.message : 'failed';
    const trouble = TROUBLES.find((known) => known === name);
    if (!trouble) setView({ error: name });
    // What was shown a moment ago is still true.
    else setView((shown) => (isWhole(shown) ? { ...shown, trouble } : viewInTrouble(trouble)));
  }, []);

  const read = useCallback(
    async (opened: boolean) => show(await ask('popup.read', { tabId: await currentTab(), opened })),
    [show],
  );

  useEffect(() => {
    read(true).catch(fail);
    const timer = setInterval(() => {
      // One failed refresh is no news: the next one, or what the person does, will tell.
      read(false).catch(() => undefined);
    }, REFRESH);
    return () => clearInterval(timer);
  }, [read, fail]);

  const run = (kind: PopupBusy, job: (tabId: number) => Promise<PopupView>): void => {
    setBusy(kind);
    currentTab()
      .then(job)
      .then(show)
      .catch(fail)
      .finally(() => setBusy(null));
  };

  const open = (path: string): void => {
    openOrdinaryTab(path).then(() => window.close(), fail);
  };

  const props: PopupProps = {
    view,
    now,
    busy,
    outcome,
    proof,
    onStart: () => run('start', (tabId) => ask('popup.start', { tabId })),
    onCapture: (statement) => {
      setOutcome(null);
      run('capture', async (tabId) => {
        const { outcome: result, view: next } = await ask('popup.capture', { tabId, statement });
        setOutcome(result);
        return next;
      });
    },
    onProof: () => {
      setProof(null);
      run('proof', async (tabId) => {
        const asked = { tabId, statement: null, proof: true };
        const { outcome: result, view: next } = await ask('popup.capture', asked);
        setProof(result);
        return next;
      });
    },
    onAssign: (assignment) =>
      run('assign', (tabId) =>
        ask('popup.assign', { tabId, ...assignment, epoch: epochOf(view), rooms: [...assignment.rooms] }),
      ),
    onDiscard: (room) =>
      run('discard', async (tabId) => {
        await ask('popup.discard', { room });
        return ask('popup.read', { tabId, opened: false });
      }),
    onHide: (choice) => run('hide', (tabId) => ask('popup.hide', { tabId, ...choice })),
    onRefuse: () => run('refuse', (tabId) => ask('popup.refuse', { tabId })),
    onGrantAccess: () => {
      // Asked at once: the browser wants the click itself. The popup may die at the prompt.
      const asked = askForHostAccess();
      run('access', async (tabId) => {
        await asked;
        return ask('popup.read', { tabId, opened: false });
      });
    },
    onGrantSite: (host) => {
      const asked = askForNeighbour(host);
      run('access', async (tabId) => {
        await asked;
        return ask('popup.read', { tabId, opened: true });
      });
    },
    onLeaveSite: (host) =>
      run('leave', async (tabId) => {
        await leaveNeighbour(host);
        return ask('popup.read', { tabId, opened: false });
      }),
    onReload: () =>
      run('reload', async (tabId) => {
        await browser.tabs.reload(tabId);
        return ask('popup.read', { tabId, opened: false });
      }),
    onExport: (dossierId) => open(`/export.html#${dossierId}`),
    onPage: open,
    onLanguage: (code) => {
      setChoice(code);
      ask('settings.language', { language: code }).catch(() => undefined); // the popup speaks it all the same
    },
    onRetry: () => {
      read(true).catch(fail);
    },
  };
  return { props, choice };
}

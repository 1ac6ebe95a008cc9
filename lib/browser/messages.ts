import type { Runtime } from 'webextension-polyfill';
import type { Envelope, Reply } from '../app/protocol.ts';
import { answer, type Handlers, nameOf, type Sender } from '../app/router.ts';
import { storeOfPage } from './access/cookie-stores.ts';
import { isAccessMissing } from './access/host-access.ts';
import { isPortalUrl } from './access/hosts.ts';
import { chosenNeighbour } from './access/neighbours.ts';
import { browser } from './api.ts';
import { isRehearsalUrl } from './tabs/rehearsal-page.ts';

/** A page's batch is a few kilobytes; a message beyond this is not ours (characters of its JSON). */
const LONGEST = 400_000;

/** Chromium says whether the document is shown, stored for going back, or only prepared. */
type MessageSender = Runtime.MessageSender & { readonly documentLifecycle?: string };

function senderOf({ id, url, tab, frameId, documentLifecycle = 'active' }: MessageSender): Sender {
  const tabId = tab?.id ?? null;
  const place = { tabId, windowId: tab?.windowId ?? null, store: tab ? storeOfPage(tab, url) : null };
  if (id !== browser.runtime.id) return { from: 'stranger', ...place };
  if (tabId !== null && frameId === 0 && isRehearsalUrl(url)) return { from: 'rehearsal', ...place };
  if (url?.startsWith(browser.runtime.getURL(''))) return { from: 'ui', ...place };
  // A prerendered page is not on any screen yet, and may never be.
  const seen = documentLifecycle !== 'prerender';
  // A script goes on where access has been withdrawn, but the person has said no.
  const watched = isPortalUrl(url) ? !isAccessMissing() : chosenNeighbour(url) !== undefined;
  const page = tabId !== null && frameId === 0 && seen && watched;
  return { from: page ? 'page' : 'stranger', ...place };
}

const isEnvelope = (message: unknown): message is Envelope =>
  typeof message === 'object' && message !== null && 'to' in message && message.to === 'background';

/** Must run synchronously when the worker starts. `ready`: what must be loaded before anything is answered. */
export function answerMessages(handlers: () => Promise<Handlers>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isEnvelope(message)) return undefined;
    if (JSON.stringify(message).length > LONGEST) {
      return Promise.resolve({ ok: false, error: 'too-long' } satisfies Reply<never>);
    }
    return handlers().then(
      // Only now is it known what the person allows.
      (ready) => answer(ready, message, senderOf(sender)),
      (error: unknown): Reply<never> => ({
        ok: false,
        error: nameOf(error),
      }),
    );
  });
}

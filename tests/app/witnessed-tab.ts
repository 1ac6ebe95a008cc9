import type { ObservedRequest } from '../../lib/app/witness/request-log.ts';
import { PORTAL, stands } from './page-tells.ts';
import { TAB, type Woken, wake } from './waking.ts';

export type Witnessed = Woken & { readonly id: string };

/** A page that has told where it stands, for a person who has said who she is. */
export async function witnessed(): Promise<Witnessed> {
  const woken = await wake();
  const id = await woken.bind();
  await woken.clock.until(woken.tells([stands(woken.clock.now(), '#/demande', { first: true })]));
  return { ...woken, id };
}

/** Such a page, its pictures allowed by a click. */
export async function armed(): Promise<Witnessed> {
  const woken = await witnessed();
  woken.book.granted(woken.book.open(TAB, 'default', 5), PORTAL);
  return woken;
}

/** The network tells of an answer that failed `at` that time (ms). */
export const networkTells = (
  { witness, book, clock }: Woken,
  at: number = clock.now(),
  changes: Partial<ObservedRequest> = {},
): Promise<void> =>
  witness.noteFailure(book.open(TAB, 'default', 5), {
    tabId: TAB,
    store: 'default',
    url: `${PORTAL}/api/demande`,
    method: 'POST',
    mainFrame: false,
    startedAt: at - 100,
    endedAt: at,
    status: 502,
    error: null,
    fromCache: false,
    serverIp: null,
    headers: [],
    ...changes,
  });

/**
 * The portal knows its user by one cookie for the whole cookie store (a browser profile, a private window, a Firefox
 * container). So a dossier is bound to that session, never to a tab: whatever may have changed the user unbinds it
 * everywhere at once, by starting a new epoch.
 */
export interface PortalSession {
  /** Cookie store: `default`, `private`, `firefox-container-2`… */
  readonly store: string;
  /** Random id; two things witnessed under different epochs may be about different people. */
  readonly epoch: string;
  readonly startedAt: number;
  /** Dossier the person named for this session; null until she has. */
  readonly dossier: string | null;
  /** Dossier of the session before: only ever a suggestion. */
  readonly previous: string | null;
  readonly phase: 'portal' | 'sso';
  /** Tab in which the login came back, so that the same return told twice counts once. */
  readonly returnedIn: number | null;
  /** The portal answered 401: whoever is recognised next may be someone else. */
  readonly unauthorised: boolean;
  /** When the portal first said who is logged in: a 401 to what was asked later is a lost session, not a first probe. */
  readonly recognisedAt: number | null;
}

export type PortalEvent =
  | { readonly kind: 'at-sso' }
  | { readonly kind: 'login-returned'; readonly tab: number }
  | { readonly kind: 'logged-out' }
  /** `askedAt`: when the request left (ms); its answer may be told after that of a later one. */
  | { readonly kind: 'unauthorised'; readonly askedAt: number }
  | { readonly kind: 'authenticated' };

/** The same return is reported by the network and by the page within this time (ms). */
const SAME_RETURN = 30_000;

export const openSession = (store: string, epoch: string, at: number): PortalSession => ({
  store,
  epoch,
  startedAt: at,
  dossier: null,
  previous: null,
  phase: 'portal',
  returnedIn: null,
  unauthorised: false,
  recognisedAt: null,
});

const renew = (session: PortalSession, epoch: string, at: number): PortalSession => ({
  ...openSession(session.store, epoch, at),
  previous: session.dossier ?? session.previous,
});

/**
 * The session after an event of `at`, told at `toldAt` (ms); the very same object where nothing changes. `freshEpoch` is
 * used only on a change.
 */
export function afterPortalEvent(
  session: PortalSession,
  event: PortalEvent,
  freshEpoch: string,
  at: number,
  toldAt = Number.POSITIVE_INFINITY,
): PortalSession {
  // Whatever it changed, the session that began since is the newer word on it, however late this is told. But one that
  // has not begun yet by the clock of now: the clock was set back, and tells nothing of what came first.
  if (toldAt >= session.startedAt && at < session.startedAt) return session;
  switch (event.kind) {
    case 'at-sso':
      return session.phase === 'sso' ? session : { ...renew(session, freshEpoch, at), phase: 'sso' };
    case 'login-returned': {
      const toldAgain = session.returnedIn === event.tab && at - session.startedAt < SAME_RETURN;
      if (session.phase === 'portal' && toldAgain) return session;
      return { ...renew(session, freshEpoch, at), returnedIn: event.tab };
    }
    case 'logged-out':
      return renew(session, freshEpoch, at);
    case 'unauthorised':
      if (session.unauthorised || (session.recognisedAt ?? 0) > event.askedAt) return session;
      return { ...session, unauthorised: true };
    case 'authenticated':
      // A first recognition changes nobody: the portal asks who is there before it takes the login's code.
      if (session.unauthorised && (session.recognisedAt !== null || session.dossier !== null)) {
        return { ...renew(session, freshEpoch, at), recognisedAt: at };
      }
      if (session.recognisedAt !== null) return session;
      return { ...session, recognisedAt: at, unauthorised: false };
  }
}

/** The login that came back in that tab at that time (ms) is the one with which the session began. */
export const beganWith = (session: PortalSession, tab: number, at: number): boolean =>
  session.returnedIn === tab && at >= session.startedAt && at - session.startedAt < SAME_RETURN;

export const bindSession = (session: PortalSession, dossier: string): PortalSession => ({
  ...session,
  dossier,
  unauthorised: false,
});

/**
 * What a main-frame or API request says about the session; undefined for most.
 * `identified` is true for a successful answer of the endpoint that says who is logged in.
 */
export function portalEventOf(request: {
  readonly host: 'portal' | 'sso';
  readonly path: string;
  readonly mainFrame: boolean;
  readonly tab: number;
  readonly phase: PortalSession['phase'];
  readonly startedAt: number;
  readonly status: number | null;
}): PortalEvent | undefined {
  if (/\/(openid-connect\/logout|logout|deconnexion)\/?$/i.test(request.path)) return { kind: 'logged-out' };
  if (request.host === 'sso') return request.mainFrame ? { kind: 'at-sso' } : undefined;
  if (request.mainFrame) {
    return request.phase === 'sso' ? { kind: 'login-returned', tab: request.tab } : undefined;
  }
  if (!request.path.startsWith('/api/')) return undefined;
  if (request.status === 401) return { kind: 'unauthorised', askedAt: request.startedAt };
  const identified = request.status !== null && request.status >= 200 && request.status < 300;
  return identified && request.path === '/api/usager/moi' ? { kind: 'authenticated' } : undefined;
}

import type { PortalSession } from './portal-session.ts';

/** Where a witnessed thing goes: a dossier's chain, or a waiting room outside every chain. */
export type Owner =
  | { readonly kind: 'dossier'; readonly id: string; readonly epoch: string }
  | { readonly kind: 'room'; readonly id: string; readonly epoch: string };

/**
 * A waiting room holds what was seen by one cookie store under one epoch, on documents loaded under one epoch:
 * a page that stayed open across a change of session may show either person and never mixes with the rest.
 */
export const roomId = (store: string, epoch: string, documentEpoch: string): string =>
  epoch === documentEpoch ? `${store}|${epoch}` : `${store}|${epoch}|${documentEpoch}`;

export const parseRoom = (
  id: string,
): { store: string; epoch: string; documentEpoch: string; across: boolean } => {
  const [store = '', epoch = '', documentEpoch = epoch] = id.split('|');
  return { store, epoch, documentEpoch, across: documentEpoch !== epoch };
};

/** Whose is what is seen now in a document loaded under `documentEpoch`. */
export const ownerOf = (session: PortalSession, documentEpoch: string): Owner =>
  session.dossier !== null && session.epoch === documentEpoch
    ? { kind: 'dossier', id: session.dossier, epoch: session.epoch }
    : {
        kind: 'room',
        id: roomId(session.store, session.epoch, documentEpoch),
        epoch: session.epoch,
      };

import type { PopupView, WaitingRoom } from '../../lib/app/popup/popup-view.ts';

/** Elsewhere than on the portal there is no session to ask about: what waits is only put away. */
export const asksForWhom = (view: PopupView): boolean =>
  view.question !== 'none' && (view.page.kind === 'watched' || view.page.kind === 'silent');

/** What the answer to « Pour qui ? » puts away along with it. */
export const currentRooms = (view: PopupView): readonly WaitingRoom[] =>
  asksForWhom(view) ? view.waiting.filter(({ from }) => from === 'current') : [];

/** What is to be put away one by one. */
export const looseRooms = (view: PopupView): readonly WaitingRoom[] => {
  const answered = new Set(currentRooms(view).map(({ id }) => id));
  return view.waiting.filter(({ id }) => !answered.has(id));
};

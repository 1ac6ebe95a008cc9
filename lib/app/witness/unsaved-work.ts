import { judgeObstacle } from '../../core/detect/judge.ts';
import { routeTemplate } from '../../core/detect/routes.ts';
import type { DocumentSignal, Finding, StepSignal } from '../../core/detect/signals.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Clock } from '../ports.ts';
import type { Hearing, IncidentDesk, Settled } from './incident-desk.ts';
import { fillingAfter, lostByLogin, lostHere } from './lost-work.ts';
import type { TabBook } from './tab-book.ts';
import type { TabState } from './tab-state.ts';

interface Deps {
  readonly book: TabBook;
  readonly desk: IncidentDesk;
  readonly sessions: Pick<Sessions, 'of'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Follows what is being filled in each tab, and tells when it is lost with the session. */
export function createUnsavedWork({ book, desk, sessions, clock }: Deps) {
  /** Where each form stood: the login page is another document, and nobody's yet. */
  const forms = new Map<number, Hearing>();

  return {
    note(tab: TabState, signal: StepSignal): void {
      const filling = fillingAfter(tab, signal, sessions.of(tab.store).recognisedAt !== null);
      if (filling === undefined || filling === tab.filling) return;
      tab.filling = filling;
      forms.set(tab.id, desk.hearingOf(tab));
    },

    /** What goes with a session that has just been found to have ended. */
    lostWith(tab: TabState, found: readonly Finding[]): readonly Finding[] {
      const ended = found.find(({ category }) => category === 'session');
      const lost = ended && lostHere(tab, ended.at, clock.now());
      if (lost === undefined) return [];
      delete tab.filling;
      return judgeObstacle(lost);
    },

    /**
     * The tab is about to show something else. Returns how to tell what is lost with it, once it does: on the page
     * where it shows, unless that page is no longer the person's.
     */
    leave(tab: TabState, signal: DocumentSignal): (() => Promise<Settled>) | undefined {
      const form = book.of(tab.id) ?? tab;
      if (form.filling === undefined || routeTemplate(signal.address) === form.filling.route)
        return undefined;
      const lost = lostByLogin(form, signal, clock.now());
      const stood = forms.get(tab.id);
      forms.delete(tab.id);
      delete form.filling;
      if (lost === undefined) return undefined;
      return () => {
        const here = desk.hearingOf(tab);
        return desk.settle(stood === undefined || stood.key === here.key ? here : stood, judgeObstacle(lost));
      };
    },

    forget: (tabId: number): void => void forms.delete(tabId),
  };
}

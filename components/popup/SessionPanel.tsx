import { useState } from 'preact/hooks';
import type { PageStatus, PopupView } from '../../lib/app/popup/popup-view.ts';
import { countsText } from '../counts.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { isolated, type Words } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { DossierPicker } from './DossierPicker.tsx';
import type { Assignment, PopupActions, PopupBusy } from './popup-props.ts';
import { asksForWhom, currentRooms } from './session.ts';

interface SessionPanelProps {
  readonly view: PopupView;
  readonly now: number;
  readonly busy: PopupBusy;
  readonly on: PopupActions;
}

/** Whose session the portal shows: the answer decides where everything goes. */
export const SessionPanel = (props: SessionPanelProps) => {
  const words = useWords();
  const { view } = props;
  const asks = asksForWhom(view);
  if (!asks && (view.dossier === null || !isWitnessed(view.page))) return null;
  const state = `${view.question} ${view.dossier?.id} ${view.suggested?.id}`;
  return (
    <Section name="session" tone={asks ? 'ask' : 'plain'} title={sessionTitle(view, words)}>
      <SessionAnswer key={state} {...props} />
    </Section>
  );
};

/** Elsewhere nobody's session is on the screen. */
const isWitnessed = ({ kind }: PageStatus): boolean =>
  kind !== 'unsupported' && kind !== 'offered' && kind !== 'once';

const sessionTitle = ({ question, suggested, dossier }: PopupView, words: Words): string => {
  if (question === 'still' && suggested) return words('still', { label: isolated(suggested.label) });
  if (question === 'none' && dossier) return words('dossier', { label: isolated(dossier.label) });
  return words('who');
};

const SessionAnswer = ({ view, now, busy, on }: SessionPanelProps) => {
  const words = useWords();
  const [choosing, setChoosing] = useState(false);
  const { question, suggested } = view;
  const assign = (dossier: Assignment['dossier']) =>
    on.onAssign({ dossier, bind: true, rooms: currentRooms(view).map(({ id }) => id) });

  if (choosing || question === 'who' || (question === 'still' && suggested === null)) {
    const others = view.dossiers.filter(({ id }) => !choosing || id !== (suggested ?? view.dossier)?.id);
    return (
      <>
        {!choosing && <p>{words(whoDetail(view))}</p>}
        <DossierPicker
          dossiers={others}
          taken={view.dossiers}
          now={now}
          waiting={busy === 'assign'}
          pickKey="it_is_for"
          focused={choosing}
          proposed={view.rehearsal ? words('rehearsal_label') : ''}
          onPick={assign}
        />
        <WaitingNow view={view} />
        {choosing && (
          <Button look="quiet" onPress={() => setChoosing(false)}>
            {words('cancel')}
          </Button>
        )}
      </>
    );
  }
  if (question === 'still' && suggested) {
    return (
      <>
        <p>{words('still_detail')}</p>
        <div class="button-row">
          <Button look="primary" waiting={busy === 'assign'} onPress={() => assign({ id: suggested.id })}>
            {words('yes')}
          </Button>
          <Button onPress={() => setChoosing(true)}>{words('someone_else')}</Button>
        </div>
        <WaitingNow view={view} />
      </>
    );
  }
  return (
    <Button look="quiet" onPress={() => setChoosing(true)}>
      {words('change_person')}
    </Button>
  );
};

const whoDetail = ({ rehearsal, page }: PopupView) => {
  if (rehearsal) return 'rehearsal_who';
  return page.kind === 'watched' && page.host !== undefined ? 'who_detail_site' : 'who_detail';
};

/** What the answer will put away, counted. Its line is there before it says anything: nothing moves when it does. */
const WaitingNow = ({ view }: { view: PopupView }) => {
  const words = useWords();
  const rooms = currentRooms(view);
  if (rooms.length === 0) return <p class="soft waiting-now" />;
  const sum = (kind: 'captures' | 'incidents') => rooms.reduce((total, room) => total + room[kind], 0);
  const counts = countsText(words, { captures: sum('captures'), incidents: sum('incidents') });
  return <p class="soft waiting-now">{words('waiting_now', { counts })}</p>;
};

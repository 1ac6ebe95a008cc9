import type { PopupView } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import type { PopupActions, PopupBusy } from './popup-props.ts';
import { looseRooms } from './session.ts';
import { WaitingRoomItem } from './WaitingRoomItem.tsx';

interface WaitingRoomsProps {
  readonly view: PopupView;
  readonly now: number;
  readonly busy: PopupBusy;
  readonly on: PopupActions;
}

/** What was witnessed for nobody in particular, to be put away or thrown away. */
export const WaitingRooms = ({ view, now, busy, on }: WaitingRoomsProps) => {
  const words = useWords();
  const rooms = looseRooms(view);
  if (rooms.length === 0) return null;
  const only = view.dossiers.length === 1 ? view.dossiers[0] : undefined;
  // A page open across two sessions may show someone else: never swept along with the rest.
  const clear = rooms.filter(({ from }) => from !== 'across').map(({ id }) => id);
  return (
    <Section name="waiting" title={words('waiting')}>
      <p class="soft">{words('waiting_detail')}</p>
      <ul class="plain waiting-list">
        {rooms.map((room) => (
          <WaitingRoomItem
            key={room.id}
            room={room}
            dossiers={view.dossiers}
            now={now}
            busy={busy}
            onAssign={(dossier) => on.onAssign({ dossier, bind: false, rooms: [room.id] })}
            onDiscard={() => on.onDiscard(room.id)}
          />
        ))}
      </ul>
      {only && clear.length > 1 && (
        <Button
          waiting={busy === 'assign'}
          onPress={() => on.onAssign({ dossier: { id: only.id }, bind: false, rooms: clear })}
        >
          {words('put_all_in', { label: isolated(only.label) })}
        </Button>
      )}
    </Section>
  );
};

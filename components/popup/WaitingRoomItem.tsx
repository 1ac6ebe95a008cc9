import { useState } from 'preact/hooks';
import type { DossierChoice, WaitingRoom } from '../../lib/app/popup/popup-view.ts';
import { countsText } from '../counts.ts';
import { Button } from '../design/Button.tsx';
import { Confirm } from '../design/Confirm.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { DossierPicker } from './DossierPicker.tsx';
import type { Assignment, PopupBusy } from './popup-props.ts';

interface WaitingRoomItemProps {
  readonly room: WaitingRoom;
  readonly dossiers: readonly DossierChoice[];
  readonly now: number;
  readonly busy: PopupBusy;
  onAssign(dossier: Assignment['dossier']): void;
  onDiscard(): void;
}

export const WaitingRoomItem = (props: WaitingRoomItemProps) => {
  const words = useWords();
  const { room, now } = props;
  const [picking, setPicking] = useState(false);
  return (
    <li class="waiting-room">
      <h3>
        {room.host === undefined || room.from === 'across' ? words(`waiting_from_${room.from}`) : room.host}
      </h3>
      <p>{countsText(words, room)}</p>
      <p class="soft">{words.span(room.firstAt, room.lastAt, now)}</p>
      {room.from === 'across' && <p class="waiting-warning">{words('waiting_across_warning')}</p>}
      {picking ? (
        <>
          <DossierPicker
            dossiers={props.dossiers}
            taken={props.dossiers}
            now={now}
            waiting={props.busy === 'assign'}
            pickKey="put_in"
            focused
            onPick={props.onAssign}
          />
          <Button look="quiet" onPress={() => setPicking(false)}>
            {words('cancel')}
          </Button>
        </>
      ) : (
        <RoomButtons {...props} onPicking={() => setPicking(true)} />
      )}
    </li>
  );
};

const RoomButtons = (props: WaitingRoomItemProps & { onPicking(): void }) => {
  const words = useWords();
  const { room, dossiers, busy } = props;
  const only = dossiers.length === 1 && room.from !== 'across' ? dossiers[0] : undefined;
  return (
    <div class="button-row">
      {only && (
        <Button waiting={busy === 'assign'} onPress={() => props.onAssign({ id: only.id })}>
          {words('put_in', { label: isolated(only.label) })}
        </Button>
      )}
      <Button look={only ? 'quiet' : 'plain'} onPress={props.onPicking}>
        {words(only ? 'put_in_another' : 'put_in_some')}
      </Button>
      <Confirm
        ask={words('discard')}
        question={words('discard_question')}
        yes={words('discard_confirm')}
        no={words('discard_keep')}
        look="quiet"
        danger
        waiting={busy === 'discard'}
        onYes={props.onDiscard}
      />
    </div>
  );
};

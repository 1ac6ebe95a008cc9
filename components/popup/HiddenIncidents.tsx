import { useId } from 'preact/hooks';
import type { SeenIncident } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Moment } from '../design/Moment.tsx';
import { keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';

interface HiddenIncidentsProps {
  readonly incidents: readonly SeenIncident[];
  readonly now: number;
  readonly waiting: boolean;
  onShow(fingerprint: string): void;
}

/** What she no longer wanted to see and was seen again in this visit: folded, with the way back. */
export const HiddenIncidents = ({ incidents, now, waiting, onShow }: HiddenIncidentsProps) => {
  const words = useWords();
  return (
    <details class="seen-hidden">
      <summary>{words('hidden_count', { count: incidents.length })}</summary>
      <p class="soft">{words('hidden_detail')}</p>
      <ul class="plain seen-list">
        {incidents.map((incident) => (
          <HiddenIncident
            key={incident.key}
            incident={incident}
            now={now}
            waiting={waiting}
            onShow={() => onShow(incident.key)}
          />
        ))}
      </ul>
    </details>
  );
};

interface HiddenIncidentProps {
  readonly incident: SeenIncident;
  readonly now: number;
  readonly waiting: boolean;
  onShow(): void;
}

const HiddenIncident = ({ incident, now, waiting, onShow }: HiddenIncidentProps) => {
  const words = useWords();
  const title = useId();
  return (
    <li class="seen-item">
      <h3 id={title}>{words(`category_${keyPart(incident.category)}`)}</h3>
      <p class="soft">
        <Moment at={incident.lastAt} now={now} />
      </p>
      <Button look="quiet" describedBy={title} waiting={waiting} onPress={onShow}>
        {words('show_again')}
      </Button>
    </li>
  );
};

import type { SeenIncident } from '../../lib/app/popup/popup-view.ts';
import { keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { helpCounts, helpSubject, termSentence } from './help.ts';

/** What an incident means, what to do now, what it may be used for. Folded: who is mid-form needs only the title. */
export const IncidentHelp = ({ incident }: { incident: SeenIncident }) => {
  const words = useWords();
  const subject = keyPart(helpSubject(incident));
  const counts = helpCounts(incident);
  // A rule that was rightly applied is nothing to report.
  const call = words(incident.category === 'eligibility' ? 'help_call_rule' : 'help_call');
  const steps = words(`help_${subject}_do`, { call }).split('\n');
  return (
    <details class="help">
      <summary>{words('what_you_can_do')}</summary>
      <h4>{words('help_means')}</h4>
      <p>{words(`help_${subject}_means`)}</p>
      <h4>{words('help_do')}</h4>
      {incident.category !== 'confirmation' && <p class="help-urgent">{words('help_urgent')}</p>}
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <h4>{words('help_counts')}</h4>
      <p>{words(counts.sentence)}</p>
      {counts.measure !== null && (
        <dl>
          <dt>{words(`measure_${keyPart(counts.measure)}`)}</dt>
          <dd>{words(termSentence(counts.measure))}</dd>
        </dl>
      )}
      <p class="soft">{words('help_information')}</p>
    </details>
  );
};

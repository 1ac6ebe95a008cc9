import type { FilingView, SeenDocuments } from '../../lib/app/popup/filing-view.ts';
import { Section } from '../design/Section.tsx';
import { keyPart, type Words } from '../words.ts';
import { useWords } from '../words-context.tsx';

/** Of the bound dossier: the day on which the request was filed, and the last list of documents that was kept. */
export const FiledPanel = ({ filing, now }: { filing: FilingView; now: number }) => {
  const words = useWords();
  const { filed, documents } = filing;
  if (filed === null && documents === null) return null;
  const title = filed
    ? words('filed_title', { date: words.calendarDay(filed.on) })
    : words('documents_title');
  return (
    <Section name="filed" title={title}>
      {filed && <p class="soft">{filedDetail(filed, words)}</p>}
      {documents && <KeptDocuments documents={documents} now={now} />}
    </Section>
  );
};

const filedDetail = ({ time, read }: NonNullable<FilingView['filed']>, words: Words): string => {
  if (read === 'clock') return words('filed_clock');
  return time === null ? words('filed_page') : words('filed_page_time', { time });
};

const KeptDocuments = ({ documents: { at, items }, now }: { documents: SeenDocuments; now: number }) => {
  const words = useWords();
  return (
    <details class="kept-documents">
      <summary>{words('documents_kept', { count: items.length, when: words.when(at, now) })}</summary>
      <ul class="plain">
        {items.map(({ label, state }, index) => (
          // The list never changes while it is shown, and two documents may have one label.
          <li key={index}>
            <bdi>{label === '' ? words('document_unnamed') : label}</bdi>{' '}
            <span class="soft">{words(`document_${keyPart(state)}`)}</span>
          </li>
        ))}
      </ul>
      <p class="soft">{words('documents_kept_detail')}</p>
    </details>
  );
};

import type { ExportDescription } from '../../lib/app/protocol.ts';
import { countsText } from '../counts.ts';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';

/** What is in the file, who may read it, and what it does not prove: read before it is made. */
export const ExportContents = ({ description }: { description: ExportDescription }) => {
  const words = useWords();
  return (
    <div class="export-contents">
      <Section title={words('export_for')}>
        <p>{words('export_for_detail')}</p>
      </Section>
      <Section title={words('export_contents')}>
        <ul>
          <li>{words('export_contents_counts', { counts: countsText(words, description) })}</li>
          <li>{words('export_contents_pictures')}</li>
          <li>{words('export_contents_facts')}</li>
          <li>{words('export_contents_words')}</li>
          <li>{words('export_contents_reading')}</li>
        </ul>
        <p>{words('export_never')}</p>
      </Section>
      <Section title={words('export_limits')}>
        <p>{words('export_limits_intact')}</p>
        <ul>
          <li>{words('export_limits_page')}</li>
          <li>{words('export_limits_person')}</li>
          <li>{words('export_limits_network')}</li>
        </ul>
        <p>{words('export_limits_report')}</p>
      </Section>
    </div>
  );
};

import './imports.css';
import { readableFingerprint } from '../../lib/core/seal/device-key.ts';
import { Button } from '../design/Button.tsx';
import { Confirm } from '../design/Confirm.tsx';
import { Section } from '../design/Section.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import type { ImportListProps, ShownImport } from './imports-props.ts';

/** The bundles of others that are kept. Nothing at all as long as there is none. */
export const ImportList = (props: ImportListProps) => {
  const words = useWords();
  const { imports, problem } = props;
  if (imports === 'reading' || imports.length === 0) return null;
  return (
    <Section title={words('imports_title')} name="imports">
      {imports === 'failed' ? (
        <p role="alert">{words('imports_unreadable')}</p>
      ) : (
        <>
          <p>{words('imports_what')}</p>
          <ul class="plain imports">
            {imports.map((each) => (
              <Import key={each.id} {...props} of={each} />
            ))}
          </ul>
        </>
      )}
      {problem !== 'none' && (
        <p role="alert">{words(problem === 'save' ? 'imports_save_failed' : 'imports_erase_failed')}</p>
      )}
    </Section>
  );
};

const Import = ({ of, now, onVerify, onSave, onErase }: ImportListProps & { readonly of: ShownImport }) => {
  const words = useWords();
  const { id, name, bytes, importedAt, level, keySha256, rehearsal } = of;
  const when = words.when(importedAt, now);
  return (
    <li data-import={id}>
      <h3>{isolated(name.slice(0, 120))}</h3>
      {keySha256 === null ? (
        <p>{words('imports_unsealed', { when })}</p>
      ) : (
        <p>
          {words('imports_sealed', { when })} <code dir="ltr">{readableFingerprint(keySha256)}</code>
        </p>
      )}
      <p class="soft">
        {words(`imports_level_${level}`)} · {words.size(bytes)}
      </p>
      {rehearsal && <p class="soft">{words('imports_rehearsal')}</p>}
      <div class="button-row">
        <Button onPress={() => onVerify(id)}>{words('imports_verify')}</Button>
        <Button onPress={() => onSave(id)}>{words('imports_save')}</Button>
        <Confirm
          ask={words('imports_erase')}
          question={words('imports_erase_ask')}
          yes={words('imports_erase_yes')}
          no={words('imports_erase_no')}
          look="quiet"
          danger
          onYes={() => onErase(id)}
        />
      </div>
    </li>
  );
};

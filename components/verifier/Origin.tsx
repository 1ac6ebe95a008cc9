import { useState } from 'preact/hooks';
import { parseFingerprint, readableFingerprint } from '../../lib/core/seal/device-key.ts';
import type { VerificationReport } from '../../lib/core/verify/check.ts';
import { withExpectedKey } from '../../lib/core/verify/index.ts';
import { LEVELS, type SealingKey } from '../../lib/core/verify/levels.ts';
import { timestampLines } from '../../lib/core/verify/timestamp-words.ts';
import { Field } from '../design/Field.tsx';
import { FileButton } from '../design/FileButton.tsx';
import { Section } from '../design/Section.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import type { VerifierPageProps } from './verifier-props.ts';

type OriginProps = Pick<VerifierPageProps, 'earlier' | 'roots' | 'onEarlier' | 'onRoots'> & {
  readonly report: VerificationReport;
};

/** What the bundle shows of where it comes from: the level it reaches, its key, and whether that key is the known one. */
export const Origin = ({ report, earlier, roots, onEarlier, onRoots }: OriginProps) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const known = parseFingerprint(typed);
  const read = earlier.kind === 'read' ? earlier.spkiSha256 : undefined;
  const { level, key } = withExpectedKey(report, known ?? read);
  return (
    <Section title={words('verifier_origin')} name="origin">
      <ol class="plain verifier-levels">
        {LEVELS.map((step) => {
          const reached = level !== null && LEVELS.indexOf(step) <= LEVELS.indexOf(level);
          return (
            <li key={step} data-level={step} data-reached={reached ? '' : undefined}>
              <strong>{words(`verifier_level_${step}`)}</strong>
              <span class="hidden-visually">
                {` (${words(reached ? 'verifier_reached' : 'verifier_not_reached')})`}
              </span>
              <p>{words(`verifier_level_${step}_means`)}</p>
            </li>
          );
        })}
      </ol>
      {timestampLines(report.timestamps ?? null, words.language).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {report.timestamps && <RootButton roots={roots} onRoots={onRoots} />}
      {key ? (
        <>
          <Fingerprint value={key.spkiSha256} />
          <Field
            label={words('verifier_known_key')}
            hint={words('verifier_known_key_hint')}
            error={typed.trim() !== '' && known === undefined ? words('verifier_known_key_wrong') : null}
            value={typed}
            maxLength={200}
            onText={setTyped}
          />
          <div class="verifier-earlier">
            <FileButton
              name="earlier"
              accept=".zip,application/zip"
              onFiles={([file]) => file && onEarlier(file)}
            >
              {words('verifier_earlier')}
            </FileButton>
            <div role="status">
              {earlier.kind === 'reading' && <p>{words('loading')}</p>}
              {earlier.kind === 'unusable' && (
                <p>{words('verifier_earlier_unusable', { name: isolated(earlier.name.slice(0, 120)) })}</p>
              )}
            </div>
          </div>
          <Comparison compared={key.compared} />
        </>
      ) : (
        <p>{words('verifier_no_key')}</p>
      )}
    </Section>
  );
};

/** The reader's own root for the authority: one from the bundle would vouch for anything. */
const RootButton = ({ roots, onRoots }: Pick<OriginProps, 'roots' | 'onRoots'>) => {
  const words = useWords();
  return (
    <div class="verifier-earlier">
      <FileButton name="roots" accept=".pem,.crt,.cer,.der" onFiles={([file]) => file && onRoots(file)}>
        {words('verifier_roots')}
      </FileButton>
      <div role="status">
        {roots.kind !== 'none' && (
          <p data-roots={roots.kind}>
            {words(roots.kind === 'read' ? 'verifier_roots_read' : 'verifier_roots_unusable', {
              name: isolated(roots.name.slice(0, 120)),
            })}
          </p>
        )}
      </div>
    </div>
  );
};

const Fingerprint = ({ value }: { readonly value: string }) => {
  const words = useWords();
  return (
    <div class="verifier-key">
      <p>{words('verifier_key')}</p>
      <code>{readableFingerprint(value)}</code>
    </div>
  );
};

const TONES = { same: 'calm', other: 'alert', 'not-compared': 'ask' } as const;

/** Its place is kept, so that nothing below it moves when it changes. */
const Comparison = ({ compared }: Pick<SealingKey, 'compared'>) => {
  const words = useWords();
  const key = ({ same: 'same', other: 'different', 'not-compared': 'not_yet' } as const)[compared];
  return (
    <div
      class="notice verifier-comparison"
      data-tone={TONES[compared]}
      data-compared={compared}
      role="status"
    >
      <p>{words(`verifier_compared_${key}`)}</p>
    </div>
  );
};

import { useState } from 'preact/hooks';
import {
  isAccepted,
  judgePassphrase,
  missingCharacters,
  PASSPHRASE_LEAST,
} from '../../lib/core/backup/passphrase.ts';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { SecretField } from '../design/SecretField.tsx';
import { useWords } from '../words-context.tsx';
import { ShowTyped } from './ShowTyped.tsx';

/** A passphrase, twice. Nothing typed is kept once it has been handed on. */
export const BackupMake = ({ onMake }: { onMake(passphrase: string): void }) => {
  const words = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  /** What is wrong is said once she has tried, not while she types. */
  const [tried, setTried] = useState(false);
  const judged = judgePassphrase(passphrase);
  const same = passphrase.normalize('NFC') === again.normalize('NFC');
  const told =
    passphrase === '' ? '' : words(`backup_passphrase_${judged}`, { count: missingCharacters(passphrase) });
  const make = (): void => {
    setTried(true);
    if (isAccepted(judged) && same) onMake(passphrase);
  };
  return (
    <div class="backup-form">
      <SecretField
        label={words('backup_passphrase')}
        hint={words('backup_passphrase_hint', { count: PASSPHRASE_LEAST })}
        error={tried && !isAccepted(judged) ? words('backup_passphrase_refused') : null}
        remark={told}
        name="passphrase"
        value={passphrase}
        shown={shown}
        onText={setPassphrase}
        onEnter={make}
      />
      <SecretField
        label={words('backup_again')}
        error={tried && isAccepted(judged) && !same ? words('backup_again_differs') : null}
        name="again"
        value={again}
        shown={shown}
        onText={setAgain}
        onEnter={make}
      />
      <ShowTyped shown={shown} onShown={setShown} />
      <Notice>
        <p>{words('backup_no_recovery')}</p>
      </Notice>
      <Button look="primary" onPress={make}>
        {words('backup_make')}
      </Button>
    </div>
  );
};

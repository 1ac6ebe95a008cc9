import { useEffect, useState } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { FileButton } from '../design/FileButton.tsx';
import { SecretField } from '../design/SecretField.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { ShowTyped } from './ShowTyped.tsx';

interface BackupRestoreProps {
  /** The last one has come to its end. */
  readonly done: boolean;
  onRestore(file: File, passphrase: string): void;
  onDone(): void;
}

/** A file, then its passphrase. Both stay after a failure: what was typed is nearly right. */
export const BackupRestore = ({ done, onRestore, onDone }: BackupRestoreProps) => {
  const words = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [started, setStarted] = useState(false);
  useEffect(() => {
    if (done && started) onDone();
  }, [done, started, onDone]);
  const restore = (): void => {
    if (!file || passphrase === '') return;
    setStarted(true);
    onRestore(file, passphrase);
  };
  return (
    <div class="backup-form">
      <p>{words('backup_restore_what')}</p>
      <FileButton
        name="backup"
        accept=".age,.zip.age"
        look={file ? 'plain' : 'primary'}
        onFiles={([first]) => setFile(first ?? null)}
      >
        {words(file ? 'backup_choose_again' : 'backup_choose')}
      </FileButton>
      {file && (
        <>
          <p class="backup-file">
            {words('backup_chosen', { name: isolated(file.name.slice(0, 120)), size: words.size(file.size) })}
          </p>
          <SecretField
            label={words('backup_restore_passphrase')}
            name="passphrase"
            value={passphrase}
            shown={shown}
            onText={setPassphrase}
            onEnter={restore}
          />
          <ShowTyped shown={shown} onShown={setShown} />
          <Button look="primary" onPress={restore}>
            {words('backup_restore')}
          </Button>
        </>
      )}
    </div>
  );
};

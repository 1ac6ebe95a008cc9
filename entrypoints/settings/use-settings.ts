import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SettingsPageProps } from '../../components/settings/settings-props.ts';
import { askForAuthority, leaveAuthority } from '../../lib/browser/access/authority-access.ts';
import { isAuthorityUrl } from '../../lib/browser/access/authority-url.ts';
import { ask } from '../../lib/browser/ask.ts';
import { language } from '../../lib/browser/remembered/settings.ts';
import { useBackup } from './use-backup.ts';

/** State of the settings page. The background decides and remembers; the page asks the browser for access. */
export function useSettings(): { props: SettingsPageProps; choice: string | null } {
  const [view, setView] = useState<SettingsPageProps['view']>('reading');
  const [problem, setProblem] = useState<SettingsPageProps['problem']>('none');
  const [copied, setCopied] = useState<SettingsPageProps['copied']>('not-yet');
  const [choice, setChoice] = useState<string | null>(null);

  const read = useCallback((): void => {
    ask('settings.read', {}).then(setView, () => setView('failed'));
    language.getValue().then(setChoice, () => undefined); // the browser's own language then
  }, []);
  const backup = useBackup(read);
  useEffect(() => {
    read();
    // What came while another tab was in front.
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [read]);

  const choose = async (on: boolean, url: string): Promise<void> => {
    if (on && !isAuthorityUrl(url)) return setProblem('bad-url');
    // Before anything is awaited: the browser asks only in the click itself.
    const allowed = on ? await askForAuthority(url) : true;
    if (!allowed) return setProblem('refused');
    setView(await ask('settings.timestamps', { on, url }));
    setProblem('none');
    // The access that is left is never used: the person can take it back in the browser, too.
    if (!on) await leaveAuthority(url).catch(() => undefined);
  };

  const props: SettingsPageProps = {
    view,
    now: Date.now(),
    problem,
    backup,
    copied,
    onTimestamps: (on, url) => {
      choose(on, url).catch(() => setProblem('failed'));
    },
    onCopy: (text) => {
      navigator.clipboard.writeText(text).then(
        () => setCopied('copied'),
        () => setCopied('refused'),
      );
    },
    onLanguage: (code) => {
      setChoice(code);
      language.setValue(code).catch(() => undefined); // shown in it all the same
    },
  };
  return { props, choice };
}

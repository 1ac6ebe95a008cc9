/// <reference types="vite/client" />
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { DiagnosticsPage } from '../../../components/diagnostics/DiagnosticsPage.tsx';
import { ExportPage } from '../../../components/export/ExportPage.tsx';
import { chooseLanguage, wordsOf } from '../../../components/languages.ts';
import { Popup } from '../../../components/popup/Popup.tsx';
import { SettingsPage } from '../../../components/settings/SettingsPage.tsx';
import { ImportList } from '../../../components/verifier/ImportList.tsx';
import { KeepCopy } from '../../../components/verifier/KeepCopy.tsx';
import { VerifierPage } from '../../../components/verifier/VerifierPage.tsx';
import { Rehearsal } from '../../../components/welcome/Rehearsal.tsx';
import { Welcome } from '../../../components/welcome/Welcome.tsx';
import { WordsProvider } from '../../../components/words-context.tsx';
import { DIAGNOSTICS_STATES } from './diagnostics-states.ts';
import { EXPORT_STATES } from './export-states.ts';
import { useLivePopup } from './live-popup.ts';
import { POPUP_STATES } from './popup-states.ts';
import { SETTINGS_STATES } from './settings-states.ts';
import { VERIFIER_STATES } from './verifier-states.ts';
import { NOW, ZONE } from './views.ts';
import { REHEARSAL_STATES, WELCOME_STATES } from './welcome-states.ts';

/** `?state=<name>&lang=<code>&dir=rtl`; without a state, the list of all. Requests are written at the end of the body. */
const query = new URLSearchParams(location.search);
const name = query.get('state') ?? '';
const log = (action: string, value: unknown = null) => {
  const line = document.createElement('i');
  line.hidden = true;
  line.dataset.action = action;
  line.textContent = JSON.stringify(value);
  document.body.append(line);
};

const Shown = () => {
  const [language, setLanguage] = useState(chooseLanguage(query.get('lang'), []));
  const words = wordsOf(language, ZONE);
  const forced = query.get('dir') === 'rtl' ? Object.assign(words, { direction: 'rtl' as const }) : words;
  document.title = name;
  const popup = useLivePopup(POPUP_STATES[name], log);
  const exported = EXPORT_STATES[name];
  const diagnostics = DIAGNOSTICS_STATES[name];
  const verifier = VERIFIER_STATES[name];
  const settings = SETTINGS_STATES[name];
  const welcome = WELCOME_STATES[name];
  const rehearsal = REHEARSAL_STATES[name];
  const onErase = () => log('erase');
  return (
    <WordsProvider words={forced}>
      {popup.state && (
        <Popup proof={null} {...popup.state} {...popup.actions} now={NOW} onLanguage={setLanguage} />
      )}
      {exported && (
        <ExportPage
          {...exported}
          onStart={() => log('start')}
          onCancel={() => log('cancel')}
          onSaveAgain={() => log('save-again')}
          onLanguage={setLanguage}
        />
      )}
      {diagnostics && (
        <DiagnosticsPage {...diagnostics} onCopy={(text) => log('copy', text)} onLanguage={setLanguage} />
      )}
      {verifier && (
        <VerifierPage
          roots={{ kind: 'none' }}
          {...verifier}
          offer={
            verifier.keep && (
              <KeepCopy state={verifier.keep} onKeep={() => log('keep')} onStop={() => log('stop')} />
            )
          }
          list={
            verifier.imports && (
              <ImportList
                imports={verifier.imports}
                now={NOW}
                problem={verifier.importProblem ?? 'none'}
                onVerify={(id) => log('verify', id)}
                onSave={(id) => log('save', id)}
                onErase={(id) => log('erase', id)}
              />
            )
          }
          onArchive={(file) => log('archive', file.name)}
          onFolder={(files) => log('folder', files.length)}
          onDrop={() => log('drop')}
          onStop={() => log('stop')}
          onEarlier={(file) => log('earlier', file.name)}
          onRoots={(file) => log('roots', file.name)}
          onLanguage={setLanguage}
        />
      )}
      {settings && (
        <SettingsPage
          {...settings}
          backup={{
            state: settings.backup,
            onMake: (passphrase) => log('make', passphrase),
            onRestore: (file, passphrase) => log('restore', { file: file.name, passphrase }),
            onStop: () => log('stop'),
            onSaveAgain: () => log('save-again'),
          }}
          now={NOW}
          onTimestamps={(on, url) => log('timestamps', { on, url })}
          onCopy={(text) => log('copy', text)}
          onLanguage={setLanguage}
        />
      )}
      {welcome && <Welcome {...welcome} onErase={onErase} onLanguage={setLanguage} />}
      {rehearsal && (
        <Rehearsal {...rehearsal} onSend={() => log('send')} onErase={onErase} onLanguage={setLanguage} />
      )}
    </WordsProvider>
  );
};

const List = () => (
  <ul>
    {Object.keys({
      ...POPUP_STATES,
      ...EXPORT_STATES,
      ...DIAGNOSTICS_STATES,
      ...VERIFIER_STATES,
      ...SETTINGS_STATES,
      ...WELCOME_STATES,
      ...REHEARSAL_STATES,
    }).map((state) => (
      <li key={state}>
        <a href={`?state=${state}`}>{state}</a>
      </li>
    ))}
  </ul>
);

const root = document.getElementById('gallery');
if (root) render(name === '' ? <List /> : <Shown />, root);

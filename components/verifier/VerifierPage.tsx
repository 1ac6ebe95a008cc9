import '../design/design.css';
import './verifier.css';
import { Notice } from '../design/Notice.tsx';
import { PageHead } from '../design/PageHead.tsx';
import { useWords } from '../words-context.tsx';
import { BundlePicker } from './BundlePicker.tsx';
import { Result } from './Result.tsx';
import type { VerifierPageProps } from './verifier-props.ts';

/** The verifier: give it a bundle, it says whether it is whole. Needs a `WordsProvider`. */
export const VerifierPage = (props: VerifierPageProps) => {
  const words = useWords();
  const { state, alone, earlier, roots, onEarlier, onRoots } = props;
  return (
    <div class="verifier page">
      <PageHead onLanguage={props.onLanguage} />
      <main aria-busy={state.kind === 'checking'}>
        <h1>{words('verifier_title')}</h1>
        <p class="verifier-intro">{words('verifier_intro')}</p>
        <BundlePicker {...props} />
        <p class="soft">{words('verifier_private')}</p>
        {alone && (
          <Notice>
            <p>{words('verifier_alone')}</p>
          </Notice>
        )}
        {state.kind === 'checked' && (
          <Result
            name={state.name}
            report={state.report}
            offer={props.offer}
            {...{ earlier, roots, onEarlier, onRoots }}
          />
        )}
        {props.list}
      </main>
    </div>
  );
};

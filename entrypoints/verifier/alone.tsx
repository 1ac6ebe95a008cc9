import { render } from 'preact';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { VerifierScreen } from './screen.tsx';

// The page's policy forbids code made at run time.
z.config({ jitless: true });

/** `verifier.html` of a bundle: a page of the disk, without extension and without network. French first. */
function LoneVerifier() {
  const [choice, setChoice] = useState('fr');
  return <VerifierScreen alone choice={choice} onLanguage={setChoice} />;
}

const root = document.getElementById('app');
if (root) render(<LoneVerifier />, root);

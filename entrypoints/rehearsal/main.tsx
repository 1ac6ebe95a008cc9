import { render } from 'preact';
import { answerSnapshots } from '../../lib/browser/tabs/rehearsal-page.ts';
import { takeSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';
import { RehearsalScreen } from './screen.tsx';

answerSnapshots(takeSnapshot);

const root = document.getElementById('app');
if (root) render(<RehearsalScreen />, root);

import { render } from 'preact';
import { PopupScreen } from './screen.tsx';

const root = document.getElementById('app');
if (root) render(<PopupScreen />, root);

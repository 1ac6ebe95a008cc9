import { render } from 'preact';
import { WelcomeScreen } from './screen.tsx';

const root = document.getElementById('app');
if (root) render(<WelcomeScreen />, root);

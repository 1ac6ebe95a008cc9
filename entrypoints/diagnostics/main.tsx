import { render } from 'preact';
import { DiagnosticsScreen } from './screen.tsx';

const root = document.getElementById('app');
if (root) render(<DiagnosticsScreen />, root);

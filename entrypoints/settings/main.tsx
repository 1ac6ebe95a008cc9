import { render } from 'preact';
import { SettingsScreen } from './screen.tsx';

const root = document.getElementById('app');
if (root) render(<SettingsScreen />, root);

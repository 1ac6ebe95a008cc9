import { render } from 'preact';
import { refuseSchemaCompilation } from '../../lib/browser/schemas.ts';
import { PopupScreen } from './screen.tsx';

refuseSchemaCompilation();
const root = document.getElementById('app');
if (root) render(<PopupScreen />, root);

import { render } from 'preact';
import { ExportScreen } from './screen.tsx';

const root = document.getElementById('app');
if (root) render(<ExportScreen dossierId={location.hash.slice(1)} />, root);

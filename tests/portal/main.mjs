#!/usr/bin/env node
import { chromiumFlags } from './hosts.mjs';
// node tests/portal/main.mjs [port]: the replica alone, until Ctrl+C.
import { startPortal } from './server.mjs';

const portal = await startPortal({ port: Number(process.argv[2] ?? 0) });
console.log(`Réplique locale du portail, port ${portal.port}. Accueil : ${portal.urls.replica}`);
console.log('Pour l’ouvrir sous les vrais noms d’hôte, dans un profil jetable :');
const flags = chromiumFlags(portal.port).map((flag) => `'${flag}'`);
console.log(`  chromium --user-data-dir="$(mktemp -d)" ${flags.join(' ')} ${portal.urls.replica}`);

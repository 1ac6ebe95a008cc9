import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as z from 'zod/mini';
import { runBackupWorker } from '../lib/browser/backup/backup-worker.ts';
import { openDatabase } from '../lib/browser/store/database.ts';

// Our policy forbids code made at run time.
z.config({ jitless: true });

export default defineUnlistedScript(() => runBackupWorker(openDatabase));

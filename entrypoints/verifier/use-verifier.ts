import { useRef, useState } from 'preact/hooks';
import type {
  EarlierBundle,
  VerifierPageProps,
  VerifierState,
} from '../../components/verifier/verifier-props.ts';
import type { VerificationReport } from '../../lib/core/verify/check.ts';
import { type Given, givenArchive, givenByDrop, givenFolder } from '../../lib/reader/dropped.ts';
import { verifyItems } from '../../lib/reader/verify-items.ts';
import { webPorts } from '../../lib/reader/web-ports.ts';

/** Between two drawings of the progress (ms). */
const TELL_EVERY = 100;

/** What has been checked last. */
export interface CheckedBundle {
  readonly name: string;
  readonly report: VerificationReport;
  /** The archive that was given; null for a folder. */
  readonly file: File | null;
  /** It came from the extension itself. */
  readonly keptAlready: boolean;
}

export interface Verifier {
  readonly props: Omit<VerifierPageProps, 'alone' | 'offer' | 'list' | 'onLanguage'>;
  readonly checked: CheckedBundle | null;
  /** Checks what the extension keeps. */
  onGiven(given: Given): void;
}

/** State of the verifier. Nothing is kept, and only the last thing given is answered. */
export function useVerifier(): Verifier {
  const [state, setState] = useState<VerifierState>({ kind: 'waiting' });
  const [earlier, setEarlier] = useState<EarlierBundle>({ kind: 'none' });
  const [checked, setChecked] = useState<CheckedBundle | null>(null);
  const latest = useRef<Given | null>(null);

  async function check(given: Given, file: File | null, keptAlready = false): Promise<void> {
    const { name } = given;
    latest.current = given;
    const aborted = () => latest.current !== given;
    let told = 0;
    setEarlier({ kind: 'none' });
    setChecked(null);
    setState({ kind: 'checking', name, done: 0, total: 0 });
    const report = await verifyItems(() => given.list(), webPorts, {
      aborted,
      onProgress(done, total) {
        const now = performance.now();
        if (now - told < TELL_EVERY || aborted()) return;
        told = now;
        setState({ kind: 'checking', name, done, total });
      },
    });
    if (aborted()) return;
    setState({ kind: 'checked', name, report });
    setChecked({ name, report, file, keptAlready });
  }

  async function compareWith(file: File): Promise<void> {
    const { name } = file;
    setEarlier({ kind: 'reading', name });
    const { level, key } = await verifyItems(() => givenArchive(file).list(), webPorts);
    setEarlier(
      level !== null && level !== 'intact' && key
        ? { kind: 'read', name, spkiSha256: key.spkiSha256 }
        : { kind: 'unusable', name },
    );
  }

  return {
    props: {
      state,
      earlier,
      onArchive: (file) => void check(givenArchive(file), file),
      onFolder: (files) => void check(givenFolder(files), null),
      onDrop(dropped) {
        const given = givenByDrop(dropped);
        if (given) void check(given, given.file ?? null);
      },
      onStop() {
        latest.current = null;
        setState({ kind: 'waiting' });
      },
      onEarlier: (file) => void compareWith(file),
    },
    checked,
    onGiven: (given) => void check(given, null, true),
  };
}

import { useRef, useState } from 'preact/hooks';
import type {
  EarlierBundle,
  GivenRoots,
  VerifierPageProps,
  VerifierState,
} from '../../components/verifier/verifier-props.ts';
import type { VerificationReport } from '../../lib/core/verify/check.ts';
import { type Given, givenArchive, givenByDrop, givenFolder } from '../../lib/reader/dropped.ts';
import { readRoots } from '../../lib/reader/roots.ts';
import { verifyItems } from '../../lib/reader/verify-items.ts';
import { webPorts, webPortsWith } from '../../lib/reader/web-ports.ts';
import { giveBack } from '../../lib/render/give-back.ts';

/** Of a file of roots: what is longer is none. */
const MOST_ROOT_BYTES = 5 * 1024 ** 2;
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
  const [roots, setRoots] = useState<GivenRoots>({ kind: 'none' });
  const [checked, setChecked] = useState<CheckedBundle | null>(null);
  const latest = useRef<Given | null>(null);
  /** The same once more, whatever it was. */
  const again = useRef<(() => Promise<void>) | null>(null);
  /** They are the reader's, for whatever is given after them too. */
  const ports = useRef(webPorts);

  async function check(given: Given, file: File | null, keptAlready = false): Promise<void> {
    const { name } = given;
    latest.current = given;
    again.current = () => check({ ...given }, file, keptAlready);
    const aborted = () => latest.current !== given;
    let told = 0;
    setEarlier({ kind: 'none' });
    setChecked(null);
    setState({ kind: 'checking', name, done: 0, total: 0 });
    const report = await verifyItems(() => given.list(), ports.current, {
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
    const { level, key } = await verifyItems(() => givenArchive(file, giveBack).list(), webPorts);
    setEarlier(
      level !== null && level !== 'intact' && key
        ? { kind: 'read', name, spkiSha256: key.spkiSha256 }
        : { kind: 'unusable', name },
    );
  }

  async function trust(file: File): Promise<void> {
    const { name } = file;
    const read = readRoots(
      new Uint8Array(
        await file
          .slice(0, MOST_ROOT_BYTES)
          .arrayBuffer()
          .catch(() => new ArrayBuffer()),
      ),
    );
    setRoots({ kind: read.length > 0 ? 'read' : 'unusable', name });
    if (read.length === 0) return;
    ports.current = webPortsWith(read);
    if (latest.current) await again.current?.();
  }

  return {
    props: {
      state,
      earlier,
      roots,
      onArchive: (file) => void check(givenArchive(file, giveBack), file),
      onFolder: (files) => void check(givenFolder(files), null),
      onDrop(dropped) {
        const given = givenByDrop(dropped, giveBack);
        if (given) void check(given, given.file ?? null);
      },
      onStop() {
        latest.current = null;
        setState({ kind: 'waiting' });
      },
      onEarlier: (file) => void compareWith(file),
      onRoots: (file) => void trust(file),
    },
    checked,
    onGiven: (given) => void check(given, null, true),
  };
}

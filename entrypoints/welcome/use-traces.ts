import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TracesProps } from '../../components/welcome/welcome-props.ts';
import { ask } from '../../lib/browser/ask.ts';

/** What rehearsals have left, read again whenever the person comes back to the page. */
export function useTraces(): TracesProps {
  const [traces, setTraces] = useState<TracesProps['traces']>(null);
  const [erasure, setErasure] = useState<TracesProps['erasure']>('none');

  const read = useCallback(() => {
    // Without an answer nothing is offered to be erased; the next return to the page asks again.
    ask('rehearsal.describe', {}).then(setTraces, () => undefined);
  }, []);

  useEffect(() => {
    read();
    const back = () => document.visibilityState === 'visible' && read();
    document.addEventListener('visibilitychange', back);
    window.addEventListener('focus', back);
    return () => {
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('focus', back);
    };
  }, [read]);

  async function erase(): Promise<void> {
    setErasure('under-way');
    try {
      await ask('rehearsal.erase', {});
      setTraces(await ask('rehearsal.describe', {}));
      setErasure('done');
    } catch {
      setErasure('failed');
    }
  }

  return {
    traces,
    erasure,
    onErase: () => {
      void erase();
    },
  };
}

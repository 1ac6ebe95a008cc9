import { useState } from 'preact/hooks';
import type { RehearsalProps } from '../../components/welcome/welcome-props.ts';

/** As long as a server might take, so that a second failure is seen to be another one (ms). */
const ANSWERS_AFTER = 1_200;

/** A sending that sends nothing, and fails. */
export function useSending(): Pick<RehearsalProps, 'sending' | 'onSend'> {
  const [sending, setSending] = useState<RehearsalProps['sending']>('not-yet');
  return {
    sending,
    onSend: () => {
      setSending('under-way');
      setTimeout(() => setSending('failed'), ANSWERS_AFTER);
    },
  };
}

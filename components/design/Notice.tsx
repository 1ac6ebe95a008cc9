import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly tone?: 'ask' | 'alert' | 'calm';
  /** Spoken at once by screen readers: only for trouble. */
  readonly urgent?: boolean;
  readonly children: ComponentChildren;
}

/** A boxed message that the eye must not miss. */
export const Notice = ({ tone = 'ask', urgent = false, children }: NoticeProps) => (
  <div class="notice" data-tone={tone} role={urgent ? 'alert' : undefined}>
    {children}
  </div>
);

import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useKeptFocus } from './use-kept-focus.ts';

interface SectionProps {
  readonly title: string;
  /** `ask`: waits for an answer of the person. */
  readonly tone?: 'plain' | 'ask';
  /** Spoken, not drawn: where the first control already says it. */
  readonly titleHidden?: boolean;
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** A headed part of a page, which keeps the focus in itself when the pressed control goes away. */
export const Section = ({ title, tone = 'plain', titleHidden = false, name, children }: SectionProps) => {
  const id = useId();
  const area = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(area, heading);
  return (
    <section ref={area} class="section" data-tone={tone} data-name={name} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1} class={titleHidden ? 'hidden-visually' : undefined}>
        {title}
      </h2>
      {children}
    </section>
  );
};

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  /** `ask`: waits for an answer of the person. */
  readonly tone?: 'plain' | 'ask';
  /** Spoken, not drawn: where the first control already says it. */
  readonly titleHidden?: boolean;
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** A headed part of a page; its heading takes the focus when the pressed control goes away (`useKeptFocus`). */
export const Section = ({ title, tone = 'plain', titleHidden = false, name, children }: SectionProps) => {
  const id = useId();
  return (
    <section class="section" data-tone={tone} data-name={name} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} class={titleHidden ? 'hidden-visually' : undefined}>
        {title}
      </h2>
      {children}
    </section>
  );
};

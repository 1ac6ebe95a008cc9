import type { ComponentChildren, Ref } from 'preact';

export interface ButtonProps {
  readonly children: ComponentChildren;
  onPress(): void;
  /** `primary`: the one thing to do here. `quiet`: a way out. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly wide?: boolean;
  /** Says so and ignores presses, but keeps the focus: a disabled button would drop it. */
  readonly waiting?: boolean;
  readonly type?: 'button' | 'submit';
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly describedBy?: string;
  readonly lang?: string;
  readonly label?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

export const Button = (props: ButtonProps) => (
  <button
    ref={props.buttonRef ?? null}
    type={props.type ?? 'button'}
    class="button"
    data-look={props.look ?? 'plain'}
    data-wide={props.wide ? '' : undefined}
    aria-disabled={props.waiting ? 'true' : undefined}
    aria-pressed={props.pressed}
    aria-expanded={props.expanded}
    aria-describedby={props.describedBy}
    aria-label={props.label}
    lang={props.lang}
    onClick={(event) => {
      if (props.type === 'submit' && !props.waiting) return;
      event.preventDefault();
      if (!props.waiting) props.onPress();
    }}
  >
    {props.children}
  </button>
);

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';

interface ConfirmProps {
  /** What opens the question. */
  readonly ask: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly danger?: boolean;
  readonly waiting?: boolean;
  onYes(): void;
}

/** A second thought, in place: the focus goes to the harmless answer, and back to where it was. */
export const Confirm = (props: ConfirmProps) => {
  const [open, setOpen] = useState(false);
  const opened = useRef(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const harmless = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (open) harmless.current?.focus();
    else if (opened.current) trigger.current?.focus();
    opened.current = open;
  }, [open]);
  if (!open) {
    return (
      <Button
        buttonRef={trigger}
        look={props.look ?? 'plain'}
        waiting={props.waiting ?? false}
        onPress={() => setOpen(true)}
      >
        {props.ask}
      </Button>
    );
  }
  return (
    <Question
      {...props}
      harmless={harmless}
      onNo={() => setOpen(false)}
      onYes={() => {
        setOpen(false);
        props.onYes();
      }}
    />
  );
};

interface QuestionProps extends ConfirmProps {
  readonly harmless: { current: HTMLButtonElement | null };
  onNo(): void;
}

const Question = ({ question, yes, no, danger = false, harmless, onYes, onNo }: QuestionProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a form that sends nothing
  <div
    class="confirm"
    role="group"
    aria-label={question}
    onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onNo();
    }}
  >
    <p>{question}</p>
    <div class="button-row">
      <Button buttonRef={harmless} onPress={onNo}>
        {no}
      </Button>
      <Button look={danger ? 'danger' : 'plain'} onPress={onYes}>
        {yes}
      </Button>
    </div>
  </div>
);

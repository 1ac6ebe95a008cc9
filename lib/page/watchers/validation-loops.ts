import { foldText } from '../../core/detect/fold.ts';
import { all, attribute, isConnected } from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import { isVisible } from '../messages/visibility.ts';
import { stepOf } from './actions.ts';
import { type Field, readField, readFields } from './fields.ts';
import { saysRequired } from './plausible.ts';
import { createValidationLoops, type FieldError } from './validation-loop.ts';
import type { Scene, Watcher } from './watcher.ts';

/** After a try, errors are read at these moments as well (ms): a page may take them away as soon as a field is left. */
const READ_AT: readonly number[] = [50, 300];
/** What the page has declared: a value that meets it is right by the page's own word. */
const DECLARED = ['pattern', 'min', 'max', 'minlength'] as const;
const STRICT_TYPES: readonly string[] = ['email', 'url', 'number', 'date', 'month', 'datetime-local', 'time'];

/** Where a page says at its head what is wrong further down. */
const ALERT =
  '.fr-alert--error, .ui-message-error, .p-message-error, .alert-danger, [role="alert"], [class*="error-summary" i]';
const LONGEST_ALERT = 300;
const SHORTEST_LABEL = 4;

const alertsIn = (roots: readonly ParentNode[]): string[] =>
  roots
    .flatMap((root) => [...all<Element>(root, ALERT)])
    .filter(isVisible)
    .map((alert) => gatherText(alert, { limit: LONGEST_ALERT, isShown: isVisible }))
    .filter((text) => text !== '');

const isAbout = (text: string, { label }: Field): boolean => {
  const name = foldText(label.replace(/[*:]|\(.*?\)/g, ''));
  return name.length >= SHORTEST_LABEL && foldText(text).includes(name);
};

const isDeclared = (field: Element): boolean => {
  const input = field as HTMLInputElement;
  return STRICT_TYPES.includes(input.type) || DECLARED.some((name) => attribute(input, name) !== null);
};

const errorOf = ({ element, error, filled, plausible }: Field): FieldError<Element> => {
  const valid = (element as HTMLInputElement).validity?.valid ?? true;
  const answered = filled && (saysRequired(error) || isDeclared(element));
  return {
    field: element,
    message: error,
    accepted: valid && answered,
    implausible: !filled || !valid || !plausible,
  };
};

/** The browser's own message, as long as what the field holds is still refused by it. */
const refusalOf = ({ element, filled, plausible }: Field, message: string): FieldError<Element> => ({
  field: element,
  message,
  accepted: false,
  implausible: !filled || !plausible,
});

/** The same message beside the same field, however it is corrected. */
export const watchValidationLoops = (scene: Scene, stop: AbortSignal) => {
  const { person } = scene;
  const loops = createValidationLoops<Element>();
  /** Fields that the browser has refused since the last try, with what it says. */
  const refused = new Map<Element, string>();
  let step: Element | null = null;

  const errors = (): FieldError<Element>[] => {
    if (step === null || !isConnected(step)) return [];
    const fields = readFields(step, person.chosen);
    // Whoever has forgotten a password, or misread an image, is told so as often as that happens.
    if (fields.some(({ element }) => (element as HTMLInputElement).type === 'password')) return [];
    const alerts = alertsIn(scene.roots());
    return fields
      .filter(({ captcha, kind }) => !captcha && kind !== 'file')
      .flatMap((field) => {
        const refusal = refused.get(field.element);
        if (field.error !== '') return [errorOf(field)];
        const said = alerts.find((text) => isAbout(text, field));
        if (said !== undefined) return [errorOf({ ...field, error: said })];
        const isRefused = (field.element as HTMLInputElement).validity?.valid === false;
        return refusal !== undefined && isRefused ? [refusalOf(field, refusal)] : [];
      });
  };
  const timers = new Set<ReturnType<typeof setTimeout>>();
  stop.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
  });

  const watcher: Watcher = {
    look: (time) =>
      loops.isOpen()
        ? loops.look(errors(), time).map(({ field, message, tries }) => ({
            obstacle: 'validation-loop' as const,
            evidence: { label: readField(field, person.chosen).label, message, tries },
            element: field,
            quietOnly: true,
            tell: () => loops.tell(field),
          }))
        : [],
    pending: loops.pending,
  };

  return {
    watcher,
    /** Called before the page hears of the click: what it shows is still the answer to the try before. */
    asked(action: Element, time: number): void {
      loops.see(errors());
      refused.clear();
      step = stepOf(action);
      loops.tried(time);
      for (const ms of READ_AT) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          loops.see(errors());
        }, ms);
        timers.add(timer);
      }
    },
    /** Called before the page hears of it as well: many take a message away with the first key. */
    answered(field: Element): void {
      if (loops.isFirstChange(field)) loops.see(errors());
      loops.changed(field);
    },
    refused: (field: Element): void =>
      void refused.set(field, (field as HTMLInputElement).validationMessage ?? ''),
  };
};

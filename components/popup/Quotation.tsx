import { useId, useState } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { useWords } from '../words-context.tsx';

const SHORT = 180;

/** Someone's own words; long ones open on demand. Cut by code points, so that no letter is cut in two. */
export const Quotation = ({ source, text }: { source: string; text: string }) => {
  const words = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const letters = Array.from(text);
  const long = letters.length > SHORT;
  const shown =
    long && !open
      ? `${letters
          .slice(0, SHORT - 40)
          .join('')
          .trimEnd()}…`
      : text;
  return (
    <figure class="quotation">
      <figcaption class="soft">{source}</figcaption>
      <blockquote id={id} dir="auto">
        {shown}
      </blockquote>
      {long && (
        <Button look="quiet" expanded={open} onPress={() => setOpen(!open)}>
          {words(open ? 'read_less' : 'read_all')}
        </Button>
      )}
    </figure>
  );
};

import { checkCommands } from '../../lib/core/bundle/check-commands.ts';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';

interface CheckWithoutUsProps {
  readonly topFolder: string;
  readonly sealed: boolean;
  /** Its journal is there to be followed. */
  readonly chained: boolean;
}

/** The commands of other people's programs, with this bundle's own name. */
export const CheckWithoutUs = ({ topFolder, sealed, chained }: CheckWithoutUsProps) => {
  const words = useWords();
  return (
    <Section title={words('verifier_without_us')} name="commands">
      <p>{words('verifier_without_us_how')}</p>
      {checkCommands(topFolder, { sealed, chained }).map(({ about, command }) => (
        <details key={about}>
          <summary>{words(`verifier_command_${about}`)}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <pre class="verifier-command" tabIndex={0} lang="en" dir="ltr">
            {command}
          </pre>
        </details>
      ))}
    </Section>
  );
};

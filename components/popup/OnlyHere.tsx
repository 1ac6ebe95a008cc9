import { useWords } from '../words-context.tsx';
import { PageLink } from './PageLink.tsx';
import type { PopupActions } from './popup-props.ts';

/** Last of all, and calm: nothing is lost yet, and nothing above it may move when it comes. */
export const OnlyHere = ({ captures, onPage }: Pick<PopupActions, 'onPage'> & { captures: number }) => {
  const words = useWords();
  return (
    <p class="soft only-here">
      {words('only_here', { count: captures })}{' '}
      <PageLink path="/settings.html" onPage={onPage}>
        {words('only_here_link')}
      </PageLink>
    </p>
  );
};

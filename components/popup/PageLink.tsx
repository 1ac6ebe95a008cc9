import type { ComponentChildren } from 'preact';
import type { OwnPage } from './popup-props.ts';

interface PageLinkProps {
  readonly path: OwnPage;
  readonly children: ComponentChildren;
  onPage(path: OwnPage): void;
}

/** A link to a page of ours: the browser by itself would open it in the private window, where it has no storage. */
export const PageLink = ({ path, children, onPage }: PageLinkProps) => (
  <a
    href={path}
    onClick={(event) => {
      event.preventDefault();
      onPage(path);
    }}
  >
    {children}
  </a>
);

import { useWords } from '../words-context.tsx';

const PORTAL = 'administration-etrangers-en-france.interieur.gouv.fr';
const LOGIN = 'sso.anef.dgef.interieur.gouv.fr';

/** Where the witness works, and a way there. */
export const FollowedSites = () => {
  const words = useWords();
  return (
    <>
      <ul class="followed-sites">
        <li>
          {words('site_portal')} <bdi class="soft">{PORTAL}</bdi>
        </li>
        <li>
          {words('site_login')} <bdi class="soft">{LOGIN}</bdi>
        </li>
      </ul>
      <a class="button" href={`https://${PORTAL}/`} target="_blank" rel="noreferrer noopener">
        {words('open_portal')}
      </a>
    </>
  );
};

import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';

/** Names as in the manifest: whoever wants to check finds them there. */
const NAMED = [
  ['activeTab', 'permission_active_tab_why'],
  ['scripting', 'permission_scripting_why'],
  ['webRequest', 'permission_web_request_why'],
  ['storage', 'permission_storage_why'],
  ['unlimitedStorage', 'permission_unlimited_storage_why'],
  ['alarms', 'permission_alarms_why'],
] as const;

/** Every permission of the manifest, one line each. */
export const Permissions = () => {
  const words = useWords();
  return (
    <Section title={words('welcome_permissions')}>
      <dl class="permissions">
        <div>
          <dt>{words('permission_sites')}</dt>
          <dd>{words('permission_sites_why')}</dd>
        </div>
        {NAMED.map(([name, why]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{words(why)}</dd>
          </div>
        ))}
        <div>
          <dt>{words('permission_optional')}</dt>
          <dd>{words('permission_optional_why')}</dd>
        </div>
      </dl>
    </Section>
  );
};

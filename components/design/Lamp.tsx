/** The pilot lamp: lit when watching with pictures, dim when watching without, off when not watching. */
export const Lamp = ({ light }: { light: 'on' | 'dim' | 'off' }) => (
  <svg class="lamp" data-light={light} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    {light === 'on' && <circle cx="16" cy="16" r="15" fill="currentColor" opacity="0.25" />}
    <circle cx="16" cy="16" r="10" fill="none" stroke="currentColor" stroke-width="2.5" />
    {light !== 'off' && <circle cx="16" cy="16" r={light === 'on' ? 6.5 : 3} fill="currentColor" />}
  </svg>
);

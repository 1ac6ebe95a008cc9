type Scene = 'open' | 'pin' | 'done' | 'gear' | 'choose';

/** A browser's top bar, and what hangs below it. No browser's own drawings: shapes that all of them use. */
export const PinDrawing = ({ scene }: { scene: Scene }) => (
  <svg class="pin-drawing" viewBox="0 0 240 112" aria-hidden="true" focusable="false">
    <rect class="pin-bar" x="1" y="1" width="238" height="38" rx="8" />
    <rect class="pin-address" x="12" y="11" width={scene === 'done' ? 122 : 152} height="18" rx="9" />
    {scene === 'done' && (
      <>
        <Ring x={160} />
        <LampIcon x={160} y={20} />
      </>
    )}
    {scene === 'open' && <Ring x={192} />}
    <Puzzle x={182} y={10} />
    <g class="pin-ink">
      <circle cx="224" cy="13" r="1.8" />
      <circle cx="224" cy="20" r="1.8" />
      <circle cx="224" cy="27" r="1.8" />
    </g>
    {(scene === 'pin' || scene === 'gear') && <Row scene={scene} />}
    {scene === 'choose' && <Menu />}
  </svg>
);

const Ring = ({ x }: { x: number }) => <circle class="pin-ring" cx={x} cy="20" r="16" />;

const LampIcon = ({ x, y }: { x: number; y: number }) => (
  <g class="pin-lamp">
    <circle cx={x} cy={y} r="8" />
    <circle class="pin-glow" cx={x} cy={y} r="4.5" />
  </g>
);

const Puzzle = ({ x, y }: { x: number; y: number }) => (
  <path class="pin-line" transform={`translate(${x} ${y})`} d="M2 6h5a3 3 0 1 1 5 0h5v5a3 3 0 1 1 0 5v4H2z" />
);

/** The list of extensions, with the one that matters. */
const Row = ({ scene }: { scene: 'pin' | 'gear' }) => (
  <>
    <rect class="pin-card" x="64" y="46" width="174" height="62" rx="8" />
    <rect class="pin-faint" x="78" y="56" width="70" height="5" rx="2.5" />
    <LampIcon x={88} y={85} />
    <rect class="pin-words" x="104" y="81" width="72" height="8" rx="4" />
    <circle class="pin-ring" cx="212" cy="85" r="16" />
    {scene === 'pin' ? (
      <path class="pin-line" d="M208 76h8l-1.5 6 3.5 3.5v2h-12v-2l3.5-3.5zM212 87.5v8" />
    ) : (
      <g class="pin-line">
        <circle cx="212" cy="85" r="5.5" />
        <circle class="pin-teeth" cx="212" cy="85" r="8" />
      </g>
    )}
  </>
);

/** What the gear opens: the entry that matters is framed. */
const Menu = () => (
  <>
    <rect class="pin-card" x="94" y="46" width="144" height="62" rx="8" />
    <rect class="pin-choice" x="100" y="52" width="132" height="22" rx="5" />
    <path class="pin-line" d="M110 56h6l-1 4.5 2.5 2.5v1.5h-9v-1.5l2.5-2.5zM113 64.5v5" />
    <rect class="pin-words" x="126" y="59" width="88" height="8" rx="4" />
    <rect class="pin-faint" x="110" y="82" width="96" height="5" rx="2.5" />
    <rect class="pin-faint" x="110" y="94" width="72" height="5" rx="2.5" />
  </>
);

/** The four drawings of how it goes: one pen, one scale, yellow for what the hand is on. 240 × 170. */

export function Shaping() {
  return (
    <>
      <path d="M52 20h110v112H52zM88.5 20v112M125.5 20v112M52 57h110M52 95h110" />
      <path d="M162 20h38v112h-38" strokeDasharray="4 4" stroke="var(--mat)" />
      <g stroke="var(--mat)">
        <path d="M52 150h148M52 143v14" />
        <path d="m48 154 8-8" strokeWidth="2" />
      </g>
      <rect x="193" y="137" width="14" height="26" rx="3" fill="var(--mark)" stroke="var(--ink)" />
      <path d="M200 143v14" stroke="var(--on-mark)" />
      <path d="m211 158 2.500 18 5-5 6 8 4-3-6-8 7-1z" transform="translate(-2 -22)" fill="var(--paper)" />
    </>
  )
}

export function Picking() {
  return (
    <>
      <path d="M20 150h204" stroke="var(--soft)" />
      {[20, 54, 88, 122, 156, 190, 224].map((x) => (
        <path key={x} d={`M${x} 146v8`} stroke="var(--soft)" />
      ))}
      <rect x="20" y="18" width="120" height="30" rx="3" />
      <path d="M32 33h44M104 33h24" strokeWidth="3" />
      <path d="M140 33h50v113" strokeDasharray="3 4" />
      <rect x="20" y="60" width="120" height="30" rx="3" fill="var(--mark)" />
      <path d="M32 75h36M104 75h24" stroke="var(--on-mark)" strokeWidth="3" />
      <path d="M140 75h16v71" />
      <path d="m150 139 6 8 6-8" />
      <rect x="20" y="102" width="120" height="30" rx="3" />
      <path d="M32 117h52M104 117h24" strokeWidth="3" />
      <path d="M140 117h84v29" strokeDasharray="3 4" />
    </>
  )
}

export function Making() {
  return (
    <>
      <path d="M14 24h180v118H14z" fill="var(--tint)" />
      <path d="M22 32h52v102H22zM80 32h52v48H80zM80 86h52v48H80zM138 32h48v30h-48z" stroke="var(--mat)" />
      <path d="M138 68h48v66h-48z" fill="var(--mark)" stroke="var(--ink)" />
      <path d="M162 150V4" stroke="var(--ink)" strokeDasharray="5 3" />
      <circle cx="162" cy="101" r="15" fill="var(--paper)" />
      <circle cx="162" cy="101" r="3.500" fill="currentColor" />
      <path d="m162 83 3 4-6 0zM162 119l3-4h-6zM144 101l4-3v6zM180 101l-4-3v6z" fill="currentColor" stroke="none" />
      <path d="M206 40h18v14h-18zM224 45l8-5v14l-8-5M214 54v22M208 84l6-8 6 8" />
      <circle cx="210" cy="36" r="3" fill="var(--harm)" stroke="none" />
    </>
  )
}

export function Arriving() {
  return (
    <>
      <path d="M20 150V14h82v136M30 150V24h62v126" />
      <circle cx="84" cy="90" r="3" />
      <path d="M8 150h224" />
      <path d="M116 150V92h52v58zM168 150v-42h44v42z" fill="var(--paper)" />
      <path d="M136 92v14h12V92M184 108v11h12v-11" stroke="var(--mat)" />
      <rect x="122" y="122" width="24" height="20" fill="var(--paper)" />
      <path d="M126 126h5v5h-5zM136 126h5v5h-5zM126 134h5v4h-5zM136 134h5M136 138h5" strokeWidth="1" />
      <circle cx="196" cy="72" r="19" fill="var(--mark)" stroke="var(--ink)" />
      <path d="m187 72 6.500 6.500L206 66" stroke="var(--on-mark)" strokeWidth="3" />
    </>
  )
}

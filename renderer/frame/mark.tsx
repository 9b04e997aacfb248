/** 預: the office's own seal. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="mark">
      <rect x="1.25" y="1.25" width="29.5" height="29.5" rx="6" />
      <text x="16" y="22.6" textAnchor="middle" fontSize="19">預</text>
    </svg>
  )
}

/** A QR code drawn as one path, dark on white whatever the colours of the screen, with its quiet zone of four modules. */
export function QrRows({ rows, label }: { rows: readonly string[]; label: string }) {
  const side = rows.length + 8
  const path = rows.flatMap((row, top) => [...row].map((module, left) => (module === '1' ? `M${left + 4} ${top + 4}h1v1h-1z` : ''))).join('')
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

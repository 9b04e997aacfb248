import { Button } from '@mantine/core'
import { useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Strokes } from '../../core/people/person.ts'
import './staffing.css'

const WIDTH = 1000
const HEIGHT = 300
const MOST_POINTS = 1500
const MOST_STROKES = 150

/** A field to sign in with mouse, finger or pen. Nobody has to: the typed name is a signature as well. */
export function SignaturePad({ value, onChange }: { value: Strokes; onChange: (strokes: Strokes) => void }) {
  const { t } = useTranslation('staffing')
  const field = useRef<SVGSVGElement>(null)
  const [stroke, setStroke] = useState<[number, number][] | null>(null)
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = field.current?.getBoundingClientRect()
    const within = (n: number, most: number): number => Math.max(0, Math.min(most, Math.round(n)))
    return box ? [within(((clientX - box.left) / box.width) * WIDTH, WIDTH), within(((clientY - box.top) / box.height) * HEIGHT, HEIGHT)] : [0, 0]
  }
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (value.length >= MOST_STROKES) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setStroke([at(event)])
  }
  const draw = (event: PointerEvent): void => {
    if (stroke && stroke.length < MOST_POINTS) setStroke([...stroke, at(event)])
  }
  const end = (): void => {
    if (stroke) onChange([...value, stroke])
    setStroke(null)
  }
  const shown = stroke ? [...value, stroke] : value
  return (
    <div>
      <p className="strong">{t('pledge.draw')}</p>
      <p className="small soft">{t('pledge.drawWhy')}</p>
      <svg ref={field} className="pad" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${t('pledge.drawLabel')}（${t('pledge.drawn', { count: shown.length })}）`} onPointerDown={begin} onPointerMove={draw} onPointerUp={end} onPointerCancel={end}>
        <line x1="40" x2={WIDTH - 40} y1="240" y2="240" />
        {shown.map((points, i) => <polyline key={i} points={(points.length === 1 ? [...points, ...points] : points).map(([x, y]) => `${x},${y}`).join(' ')} />)}
      </svg>
      <Button variant="subtle" onClick={() => onChange([])} disabled={value.length === 0}>{t('pledge.clear')}</Button>
    </div>
  )
}

/** The same, once it is drawn. */
export function Signature({ of: strokes, name }: { of: Strokes; name: string }) {
  if (strokes.length === 0) return null
  return (
    <svg className="pad" style={{ maxWidth: '20rem', borderWidth: 1, cursor: 'default' }} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      {strokes.map((points, i) => <polyline key={i} points={(points.length === 1 ? [...points, ...points] : points).map(([x, y]) => `${x},${y}`).join(' ')} />)}
    </svg>
  )
}

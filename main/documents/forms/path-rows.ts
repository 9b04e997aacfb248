import type { Block } from '../pdf/flow.ts'
import { grouped } from '../pdf/numbers.ts'
import { paragraph } from '../pdf/paragraph.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { LEFT, WIDTH } from './letter.ts'

const MOST_ON_PAPER = 20

/** The files and folders of a line, as far as anyone reads them on paper; the attached record holds them all. */
export function pathRows(paths: readonly string[], title: string, faces: Typefaces): Block[] {
  if (paths.length === 0) return []
  const left = paths.length - MOST_ON_PAPER
  const line = (text: string, more: { gap?: number; withNext?: boolean; weight?: 'bold' } = {}): Block => paragraph(faces, { text, x: LEFT, width: WIDTH, size: 8, weight: 'regular', ...more })
  return [
    line(title, { gap: 5, weight: 'bold', withNext: true }),
    ...paths.slice(0, MOST_ON_PAPER).map((path) => line(`・${path}`)),
    ...(left > 0 ? [line(`ほか ${grouped(left)}件（全${grouped(paths.length)}件は、本書に添付した電子データに記載しています。）`)] : []),
  ]
}

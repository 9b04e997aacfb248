import type { ReactNode } from 'react'
import type { AnyLedger, Cell } from '../../core/ledgers/definition.ts'
import { isoJst, type Day, type Instant } from '../../core/time.ts'
import { sayBytes, sayDay, sayNumber, sayTime } from '../words/figures.ts'
import type { Language } from '../words/language.ts'

type Column = AnyLedger['columns'][number]

/** What a cell says, in one line. */
export function sayCell(column: Column, cell: Cell, language: Language): string {
  if (cell === null || cell === '') return ''
  switch (column.kind) {
    case 'state': return column.states?.[String(cell)]?.[language] ?? String(cell)
    case 'day': return sayDay(String(cell) as Day, language)
    case 'instant': return sayTime(Number(cell) as Instant, language)
    case 'bytes': return sayBytes(Number(cell), language)
    case 'number': return sayNumber(Number(cell))
    case 'text': return String(cell)
  }
}

/** What hovering tells: dates as ISO, amounts exactly, texts whole. */
export function titleOfCell(column: Column, cell: Cell): string {
  if (cell === null) return ''
  if (column.kind === 'instant') return isoJst(Number(cell) as Instant)
  return column.kind === 'bytes' ? `${sayNumber(Number(cell))} bytes` : column.kind === 'state' ? '' : String(cell)
}

/** A cell with its machine-readable date, where it is one. */
export function ShownCell({ column, cell, language }: { column: Column; cell: Cell; language: Language }): ReactNode {
  const said = sayCell(column, cell, language)
  if (cell !== null && column.kind === 'instant') return <time dateTime={isoJst(Number(cell) as Instant)}>{said}</time>
  if (cell !== null && column.kind === 'day') return <time dateTime={String(cell)}>{said}</time>
  return said
}

export const isRight = ({ kind }: Column): boolean => kind === 'number' || kind === 'bytes'

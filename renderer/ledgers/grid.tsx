import { useVirtualizer } from '@tanstack/react-virtual'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyLedger, CellKind } from '../../core/ledgers/definition.ts'
import type { LedgerRow } from '../../core/ledgers/page.ts'
import type { RowsQuery } from '../../core/ledgers/query.ts'
import { Trouble } from '../parts/trouble.tsx'
import { type Language, useLanguage } from '../words/language.ts'
import { isRight, sayCell, ShownCell, titleOfCell } from './say-cell.tsx'
import { useRows } from './use-rows.ts'

/** Every row is as high as every other, so that nothing has to be measured while a hundred thousand run past. */
const ROW = 48

interface GridProps {
  definition: AnyLedger
  query: RowsQuery
  /** Which columns are shown, by their place in the definition. */
  shown: readonly number[]
  onSort: (column: string) => void
  onOpen: (id: string) => void
  onTotal: (total: number) => void
}

/** A ledger's rows, drawn only while they are in sight and fetched as one comes to them. Arrow keys choose a row, Enter opens it. */
export function Grid({ definition, query, shown, onSort, onOpen, onTotal }: GridProps) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [count, setCount] = useState(0)
  const virtual = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 12, scrollPaddingStart: ROW })
  const inSight = virtual.getVirtualItems()
  const rows = useRows(query, inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? 0)
  const { total } = rows

  useEffect(() => {
    if (total === undefined) return
    setCount(total)
    onTotal(total)
  }, [total, onTotal])
  useEffect(() => {
    box.current?.scrollTo({ top: 0 })
    setActive(0)
  }, [query])

  const go = (to: number): void => {
    const next = Math.max(0, Math.min(count - 1, to))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const leaf = Math.max(1, Math.floor((box.current?.clientHeight ?? 480) / ROW) - 2)
    const step = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + leaf, PageUp: active - leaf, Home: 0, End: count - 1 }[event.key]
    if (step !== undefined && event.target === box.current) {
      event.preventDefault()
      go(step)
    }
    const row = rows.rowAt(active)
    if (event.key === 'Enter' && event.target === box.current && row) onOpen(row.id)
  }

  const onClick = (event: MouseEvent): void => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (!line) return
    const index = Number(line.dataset['index'])
    const row = rows.rowAt(index)
    setActive(index)
    if (row) onOpen(row.id)
  }

  const columns = useMemo(() => shown.flatMap((place) => definition.columns[place] ?? []), [definition, shown])
  const template = columns.map(({ width, kind }) => `minmax(${leastWidth(width, kind)}px, ${Math.max(1, width)}fr)`).join(' ')
  if (rows.error) return <Trouble of={rows.error} />
  return (
    <div ref={box} className="grid-box" role="grid" tabIndex={0} aria-label={t('table', { name: definition.title[language] })} aria-describedby="grid-keys" aria-rowcount={count + 1} aria-colcount={columns.length} aria-activedescendant={count > 0 ? `row-${active}` : undefined} onKeyDown={onKeyDown} onClick={onClick}>
      <span id="grid-keys" className="unseen">{t('keys')}</span>
      <div className="grid-all" style={{ height: virtual.getTotalSize() + ROW, ['--columns' as string]: template }}>
        <div className="grid-row grid-head" role="row" aria-rowindex={1}>
          {columns.map((column, at) => {
            const sorted = query.sort?.column === column.key ? (query.sort.descending ? 'descending' : 'ascending') : undefined
            return (
              <div key={column.key} role="columnheader" aria-sort={sorted ?? 'none'} className={classOf(column, at, columns.length)}>
                <button type="button" aria-label={t('sortBy', { column: column.title[language] })} onClick={() => onSort(column.key)}>
                  {column.title[language]}{sorted === 'ascending' && <IconArrowUp size={16} aria-hidden />}{sorted === 'descending' && <IconArrowDown size={16} aria-hidden />}
                </button>
              </div>
            )
          })}
        </div>
        {inSight.map(({ index, start }) => <Line key={index} {...{ index, start, columns, shown, language }} row={rows.rowAt(index)} isActive={index === active} />)}
      </div>
    </div>
  )
}

interface LineProps {
  index: number
  start: number
  columns: AnyLedger['columns']
  shown: readonly number[]
  row: LedgerRow | undefined
  isActive: boolean
  language: Language
}

/** One row. Drawn again only when something of it changed: while one scrolls, forty others stay as they are. */
const Line = memo(function Line({ index, start, columns, shown, row, isActive, language }: LineProps) {
  return (
    <div id={`row-${index}`} role="row" aria-rowindex={index + 2} aria-selected={isActive} className={`grid-row grid-data${index % 2 ? ' grid-even' : ''}${isActive ? ' grid-active' : ''}`} style={{ transform: `translateY(${start + ROW}px)` }} data-index={index}>
      {columns.map((column, at) => {
        const cell = row?.cells[shown[at] ?? -1] ?? null
        return (
          <div key={column.key} role="gridcell" className={classOf(column, at, columns.length)} title={row ? titleOfCell(column, cell) : ''}>
            {row ? <ShownCell column={column} cell={cell} language={language} /> : at === 0 ? <span className="grid-waiting" aria-hidden /> : ''}
            {row && cell === null && <span className="unseen">{sayCell(column, cell, language)}</span>}
          </div>
        )
      })}
    </div>
  )
})

/** In pixels: a date is never cut, a text may be. */
function leastWidth(width: number, kind: CellKind): number {
  if (kind === 'instant') return 236
  if (kind === 'day') return 160
  return Math.max(84, Math.min(width, 30) * 10 + 24)
}

/** On a narrow screen only the first column, the state and the last stay; the rest is in the row's panel. */
function classOf(column: AnyLedger['columns'][number], at: number, of: number): string {
  return ['grid-cell', isRight(column) ? 'grid-number' : '', at === 0 ? 'grid-first' : '', at === 0 || at === 1 || column.key === 'state' || at === of - 1 ? 'grid-key' : '', column.kind === 'state' ? 'grid-state' : ''].filter(Boolean).join(' ')
}

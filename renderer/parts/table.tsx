import { Checkbox, Drawer, Menu, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { IconColumns3, IconPrinter, IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@mantine/core'
import { sayNumber } from '../words/figures.ts'
import { useHiddenColumns } from './hidden-columns.ts'
import './table.css'

export interface Column<T> {
  key: string
  head: string
  cell: (row: T) => ReactNode
  /** What the search looks through. */
  text?: (row: T) => string
  number?: boolean
  /** Numbers and names that must not be broken over lines. */
  whole?: boolean
  /** Shown only when someone asks for it. */
  extra?: boolean
}
export interface Chip<T> { key: string; label: string; test: (row: T) => boolean }

interface TableProps<T> {
  name: string
  rows: readonly T[]
  columns: readonly Column<T>[]
  rowKey: (row: T) => string
  rowName: (row: T) => string
  chips?: readonly Chip<T>[]
  /** What stands in the side panel when a row is opened. */
  panel?: (row: T) => ReactNode
  /** More that can be done with the whole table, beside printing. */
  tools?: ReactNode
  /** The row whose panel is open when one comes here. */
  opens?: string | undefined
}

/** Rows beyond this are drawn only while they are in sight. */
const MANY = 150

/** A list of the office: searched by two characters, filtered by chips, its columns chosen and remembered, each row opened at the side. */
export function Table<T>({ name, rows, columns, rowKey, rowName, chips = [], panel, tools, opens }: TableProps<T>) {
  const { t } = useTranslation('parts')
  const [wanted, setWanted] = useState('')
  const [chip, setChip] = useState<string | null>(null)
  const [openKey, setOpenKey] = useState<string | null>(opens ?? null)
  const [hidden, hide] = useHiddenColumns(name, columns)
  const shown = useMemo(() => sift(rows, columns, wanted, chips.find(({ key }) => key === chip)), [rows, columns, wanted, chips, chip])
  const visible = columns.filter(({ key }) => !hidden.has(key))
  const open = panel ? rows.find((row) => rowKey(row) === openKey) : undefined

  return (
    <div className="table">
      <div className="table-tools no-print">
        <TextInput aria-label={t('search')} placeholder={t('search')} leftSection={<IconSearch size={20} aria-hidden />} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} className="table-search" />
        {chips.length > 0 && (
          <div className="table-chips" role="group">
            {chips.map(({ key, label }) => (
              <button key={key} type="button" aria-pressed={chip === key} onClick={() => setChip(chip === key ? null : key)}>{label}</button>
            ))}
          </div>
        )}
        <span className="table-count soft" role="status">{shown.length === rows.length ? t('rowsShown', { total: sayNumber(rows.length) }) : t('rowsFound', { total: sayNumber(rows.length), shown: sayNumber(shown.length) })}</span>
        <div className="table-corner">
          {tools}
          <Menu closeOnItemClick={false} position="bottom-end">
            <Menu.Target><Button variant="subtle" leftSection={<IconColumns3 size={20} aria-hidden />}>{t('columns')}</Button></Menu.Target>
            <Menu.Dropdown>
              <div className="table-columns">{columns.map(({ key, head }) => <Checkbox key={key} label={head} checked={!hidden.has(key)} onChange={() => hide(key)} />)}</div>
            </Menu.Dropdown>
          </Menu>
          <Button variant="subtle" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>{t('print')}</Button>
        </div>
      </div>
      <Rows {...{ name, visible, rowKey, rowName }} rows={shown} {...(panel ? { onOpen: setOpenKey } : {})} />
      {shown.length === 0 && <p className="soft spaced">{t('nothingFound')}</p>}
      <Drawer opened={open !== undefined} onClose={() => setOpenKey(null)} title={open ? rowName(open) : ''} closeButtonProps={{ 'aria-label': t('close') }}>
        {open && panel?.(open)}
      </Drawer>
    </div>
  )
}

interface RowsProps<T> { name: string; rows: readonly T[]; visible: readonly Column<T>[]; rowKey: (row: T) => string; rowName: (row: T) => string; onOpen?: (key: string) => void }

function Rows<T>({ name, rows, visible, rowKey, rowName, onOpen }: RowsProps<T>) {
  const { t } = useTranslation('parts')
  const box = useRef<HTMLDivElement>(null)
  const many = rows.length > MANY
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => 57, overscan: 20, enabled: many })
  const inSight = many ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }))
  const above = many ? (inSight[0]?.start ?? 0) : 0
  const below = many ? virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0

  return (
    <div ref={box} className={many ? 'table-box table-many' : 'table-box'} {...(many ? { tabIndex: 0 } : {})}>
      <table aria-label={name} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>{visible.map(({ key, head, number }) => <th key={key} scope="col" className={number ? 'number' : undefined}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {above > 0 && <Gap pixels={above} columns={visible.length} />}
          {inSight.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <tr key={rowKey(row)} ref={many ? virtual.measureElement : undefined} data-index={index} aria-rowindex={index + 2} className={onOpen ? 'table-opens' : undefined} onClick={onOpen ? () => onOpen(rowKey(row)) : undefined}>
                {visible.map(({ key, head, cell, number, whole }, at) => (
                  <td key={key} data-head={head} className={number ? 'number' : whole ? 'whole' : undefined}>
                    {at === 0 && onOpen
                      ? <button type="button" className="table-open" aria-label={t('open', { name: rowName(row) })} onClick={(event) => { event.stopPropagation(); onOpen(rowKey(row)) }}>{cell(row)}</button>
                      : cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          {below > 0 && <Gap pixels={below} columns={visible.length} />}
        </tbody>
      </table>
    </div>
  )
}

/** The room that rows out of sight would take: a height that no style sheet can know. */
function Gap({ pixels, columns }: { pixels: number; columns: number }) {
  return <tr aria-hidden className="table-gap"><td style={{ height: pixels }} colSpan={columns}>{' '}</td></tr>
}

function sift<T>(rows: readonly T[], columns: readonly Column<T>[], wanted: string, chip: Chip<T> | undefined): readonly T[] {
  const words = fold(wanted).split(/\s+/u).filter(Boolean)
  if (words.length === 0 && !chip) return rows
  return rows.filter((row) => {
    if (chip && !chip.test(row)) return false
    const said = fold(columns.map(({ text }) => text?.(row) ?? '').join(' '))
    return words.every((word) => said.includes(word))
  })
}

const fold = (s: string): string => s.normalize('NFKC').toLowerCase()

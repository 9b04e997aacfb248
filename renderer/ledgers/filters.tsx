import { Button, Checkbox, Menu, NumberInput, Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconFilter, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyLedger, Cell } from '../../core/ledgers/definition.ts'
import type { Filter, RowsQuery } from '../../core/ledgers/query.ts'
import { DAY, dayOf, instantOf, type Day, type Instant } from '../../core/time.ts'
import { desk } from '../desk.ts'
import { DayField } from '../parts/day-field.tsx'
import { sayNumber } from '../words/figures.ts'
import { type Language, useLanguage } from '../words/language.ts'
import { sayCell } from './say-cell.tsx'

type Column = AnyLedger['columns'][number]
interface Props { definition: AnyLedger; query: RowsQuery; onChange: (filters: Filter[]) => void }

/** 絞込み as chips: one for each column that is narrowed, and a button that offers the others. */
export function Filters({ definition, query, onChange }: Props) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const [asking, setAsking] = useState<string | null>(null)
  const offered = definition.columns.filter(({ filterable }) => filterable)
  const column = offered.find(({ key }) => key === asking)
  const put = (filter: Filter | null): void => {
    onChange([...query.filters.filter(({ column: other }) => other !== asking), ...(filter ? [filter] : [])])
    setAsking(null)
  }
  if (offered.length === 0) return null
  return (
    <div className="ledger-filters">
      <Popover opened={column !== undefined} onChange={(open) => { if (!open) setAsking(null) }} width={340} position="bottom-start" shadow="md" trapFocus closeOnClickOutside>
        <Popover.Target>
          <span>
            <Menu position="bottom-start">
              <Menu.Target><Button variant="default" leftSection={<IconFilter size={20} aria-hidden />}>{t('narrow')}</Button></Menu.Target>
              <Menu.Dropdown>{offered.map(({ key, title }) => <Menu.Item key={key} onClick={() => setAsking(key)}>{title[language]}</Menu.Item>)}</Menu.Dropdown>
            </Menu>
          </span>
        </Popover.Target>
        <Popover.Dropdown>{column && <Narrowing key={column.key} column={column} query={query} onPut={put} />}</Popover.Dropdown>
      </Popover>
      {query.filters.map((filter) => {
        const of = definition.columns.find(({ key }) => key === filter.column)
        if (!of) return null
        const said = `${of.title[language]}：${sayFilter(of, filter, language, { blank: t('blank'), many: (first, more) => t('chosenMany', { first, more }) })}`
        return (
          <span key={filter.column} className="ledger-chip">
            <button type="button" onClick={() => setAsking(filter.column)}>{said}</button>
            <button type="button" aria-label={t('removeFilter', { filter: said })} onClick={() => onChange(query.filters.filter((other) => other !== filter))}><IconX size={18} aria-hidden /></button>
          </span>
        )
      })}
      {query.filters.length > 1 && <Button variant="subtle" onClick={() => onChange([])}>{t('clearAll')}</Button>}
    </div>
  )
}

function Narrowing({ column, query, onPut }: { column: Column; query: RowsQuery; onPut: (filter: Filter | null) => void }) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const now = query.filters.find((filter) => filter.column === column.key)
  return (
    <div className="ledger-narrowing">
      <p className="strong">{t('narrowBy', { column: column.title[language] })}</p>
      {column.kind === 'state' || column.kind === 'text' ? <OneOf {...{ column, query, onPut }} now={now && 'oneOf' in now ? now.oneOf : []} /> : <Between {...{ column, onPut }} now={now && 'from' in now ? now : null} />}
    </div>
  )
}

function OneOf({ column, query, now, onPut }: { column: Column; query: RowsQuery; now: readonly Cell[]; onPut: (filter: Filter | null) => void }) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const [chosen, setChosen] = useState<readonly Cell[]>(now)
  const choices = useQuery({ queryKey: ['ledgers', 'choices', query.ledger, query.contractId, column.key], queryFn: () => desk.ledgers.choices({ ledger: query.ledger, contractId: query.contractId, column: column.key }) }).data
  const toggle = (value: Cell): void => setChosen(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  return (
    <>
      {choices?.length === 0 && <p className="soft">{t('noChoices')}</p>}
      <div className="ledger-choices">
        {choices?.map(({ value, count }) => (
          <Checkbox key={String(value)} label={`${value === null ? t('blank') : sayCell(column, value, language)}（${sayNumber(count)}）`} checked={chosen.includes(value)} onChange={() => toggle(value)} />
        ))}
      </div>
      <div className="acts acts-tight">
        <Button onClick={() => onPut(chosen.length > 0 ? { column: column.key, oneOf: [...chosen] } : null)}>{t('apply')}</Button>
        <Button variant="subtle" onClick={() => onPut(null)}>{t('clear')}</Button>
      </div>
    </>
  )
}

function Between({ column, now, onPut }: { column: Column; now: { from: string | number | null; to: string | number | null } | null; onPut: (filter: Filter | null) => void }) {
  const { t } = useTranslation('ledgers')
  const [from, setFrom] = useState(now?.from ?? null)
  const [to, setTo] = useState(now?.to ?? null)
  const isDate = column.kind === 'day' || column.kind === 'instant'
  return (
    <>
      {isDate ? (
        <>
          <DayField label={t('fromDay')} value={dayIn(column, from)} clearable onChange={(day) => setFrom(day && (column.kind === 'day' ? day : startOf(day)))} />
          <DayField label={t('toDay')} value={dayIn(column, to)} clearable onChange={(day) => setTo(day && (column.kind === 'day' ? day : startOf(day) + DAY - 1))} />
        </>
      ) : (
        <>
          <NumberInput label={t('from')} value={from ?? ''} thousandSeparator="," onChange={(n) => setFrom(n === '' ? null : Number(n))} />
          <NumberInput label={t('to')} value={to ?? ''} thousandSeparator="," onChange={(n) => setTo(n === '' ? null : Number(n))} />
        </>
      )}
      <div className="acts acts-tight">
        <Button onClick={() => onPut(from === null && to === null ? null : { column: column.key, from, to })}>{t('apply')}</Button>
        <Button variant="subtle" onClick={() => onPut(null)}>{t('clear')}</Button>
      </div>
    </>
  )
}

/** Midnight in Japan. */
const startOf = (day: Day): Instant => instantOf(`${day}T00:00:00+09:00`)
const dayIn = ({ kind }: Column, value: string | number | null): Day | null => (value === null ? null : kind === 'day' ? (String(value) as Day) : dayOf(Number(value) as Instant))

function sayFilter(column: Column, filter: Filter, language: Language, said: { blank: string; many: (first: string, more: number) => string }): string {
  const say = (value: Cell): string => (value === null ? said.blank : column.kind === 'instant' ? sayCell({ ...column, kind: 'day' }, dayOf(Number(value) as Instant), language) : sayCell(column, value, language))
  if (!('oneOf' in filter)) return `${filter.from === null ? '' : say(filter.from)}〜${filter.to === null ? '' : say(filter.to)}`
  const [first, ...more] = filter.oneOf
  return more.length === 0 ? say(first ?? null) : more.length < 3 ? filter.oneOf.map(say).join('・') : said.many(say(first ?? null), more.length)
}

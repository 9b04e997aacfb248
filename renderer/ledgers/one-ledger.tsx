import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyLedger } from '../../core/ledgers/definition.ts'
import type { LedgerView } from '../../core/ledgers/page.ts'
import type { Filter, RowsQuery } from '../../core/ledgers/query.ts'
import { ledgerNamed } from '../../core/ledgers/register.ts'
import { NotFound } from '../frame/not-found.tsx'
import { useOffice } from '../frame/in-hand.tsx'
import { Empty } from '../parts/empty.tsx'
import { useHiddenColumns } from '../parts/hidden-columns.ts'
import { Page } from '../parts/page.tsx'
import { sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { Corner, Saving } from './corner.tsx'
import { Filters } from './filters.tsx'
import { Grid } from './grid.tsx'
import { RowPanel } from './row-panel.tsx'
import './ledgers.css'

/** One 台帳: searched, narrowed, sorted, saved; a row opens its history. */
export function OneLedger() {
  const { name } = useParams({ strict: false }) as { name?: string }
  const definition = ledgerNamed(name ?? '')
  const { organisation } = useOffice()
  if (!definition || (definition.office !== 'both' && definition.office !== organisation.kind)) return <NotFound />
  return <Ledger key={definition.name} definition={definition} />
}

function Ledger({ definition }: { definition: AnyLedger }) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const { contract } = useOffice()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 150)
  const [filters, setFilters] = useState<Filter[]>([])
  const [sort, setSort] = useState<RowsQuery['sort']>(null)
  const [everywhere, setEverywhere] = useState(false)
  const [total, setTotal] = useState<number | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [hidden, hide, showOnly] = useHiddenColumns(`ledger.${definition.name}`, definition.columns)
  const contractId = everywhere ? null : (contract?.id ?? null)
  const query = useMemo<RowsQuery>(() => ({ ledger: definition.name, contractId, search, filters, sort }), [definition.name, contractId, search, filters, sort])
  const onPaper = useMemo(() => definition.columns.flatMap(({ key }, place) => (hidden.has(key) ? [] : [place])), [definition, hidden])
  const shown = useMemo(() => stateSecond(definition, onPaper), [definition, onPaper])
  const onTotal = useCallback((found: number) => setTotal(found), [])
  const onSort = (column: string): void => setSort(sort?.column !== column ? { column, descending: false } : sort.descending ? null : { column, descending: true })
  const onView = (view: LedgerView): void => {
    setTyped(view.search)
    setFilters(view.filters)
    setSort(view.sort)
    if (view.columns.length > 0) showOnly(view.columns)
  }
  const isNarrowed = search !== '' || filters.length > 0
  return (
    <Page title={definition.title[language]} lead={definition.lead[language]} back={{ to: '/ledgers', label: t('toList') }}>
      <div className="table ledger">
        <div className="table-tools no-print">
          <TextInput aria-label={t('search')} placeholder={t('search')} title={t('searchWhy')} leftSection={<IconSearch size={20} aria-hidden />} value={typed} maxLength={200} onChange={(event) => setTyped(event.currentTarget.value)} className="ledger-search" />
          {contract && (
            <div className="table-chips" role="group">
              <button type="button" aria-pressed={!everywhere} onClick={() => setEverywhere(false)}>{t('thisContract')}</button>
              <button type="button" aria-pressed={everywhere} onClick={() => setEverywhere(true)}>{t('allContracts')}</button>
            </div>
          )}
          <span className="table-count soft" role="status">{total === null ? '' : t('found', { total: sayNumber(total) })}</span>
          <Corner {...{ definition, query, hidden, hide, onView }} visible={onPaper.flatMap((place) => definition.columns[place]?.key ?? [])} />
          <Filters definition={definition} query={query} onChange={setFilters} />
        </div>
        <Saving definition={definition} />
        {total === 0 && !isNarrowed
          ? <Empty title={t('empty', { name: definition.title[language] })} article={definition.article}>{definition.lead[language]}</Empty>
          : total === 0 && <p className="ledger-none">{t('nothingFound')}<span className="soft">{t('nothingFoundNext')}</span></p>}
        <div hidden={total === 0}><Grid {...{ definition, query, shown, onSort, onTotal }} onOpen={setOpen} /></div>
      </div>
      <RowPanel definition={definition} id={open} onClose={() => setOpen(null)} />
    </Page>
  )
}

/** Forms put the state last; on a screen of 1280 it would be out of sight. */
function stateSecond({ columns }: AnyLedger, places: readonly number[]): number[] {
  const [state] = places.filter((place) => columns[place]?.key === 'state')
  const others = places.filter((place) => place !== state)
  return state === undefined ? others : [...others.slice(0, 1), state, ...others.slice(1)]
}

import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CitySettlement, SettledItem, SettledReceipt } from '../../core/city/settling.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { LedgerExported } from '../../core/ledgers/page.ts'
import type { Figures } from '../../core/settlement/settlement.ts'
import { sayContradiction, sayMismatch, sayWait } from '../../core/words/contradictions.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ArticleChip, asArticle } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'
import { sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import '../settlement/settlement.css'
import './city-office.css'

/** 精算 on the city's side (Art. 15①): what is still with the contractor, from imported papers alone. */
export function CitySettlementPage() {
  const { t } = useTranslation('cityOffice')
  return <WithContract title={t('settlement')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const go = useNavigate()
  const question = useQuery(questions.citySettlement(contract.id))
  const some = question.data !== undefined && (question.data.receipts.length > 0 || question.data.contradictions.length > 0)
  return (
    <Page title={t('settlement')} lead={t('settlementLead')} action={some && <Save contract={contract} />}>
      <Saving contract={contract} />
      <Asked of={question}>{(settlement) => (some ? <Whole settlement={settlement} /> : <Empty title={t('settlementEmpty')} article="15①" action={<Button onClick={() => void go({ to: '/import' })}>{t('toImport')}</Button>}>{t('settlementEmptyLead')}</Empty>)}</Asked>
    </Page>
  )
}

function Whole({ settlement }: { settlement: CitySettlement }) {
  const { t } = useTranslation('cityOffice')
  const go = useNavigate()
  const { total, contradictions, confirmation, receipts } = settlement
  return (
    <>
      <Notice look={total.remaining === 0 ? 'good' : 'warning'} title={total.remaining === 0 ? t('allSettled') : t('someLeft', { count: total.remaining })}>
        {confirmation && (confirmation.confirmedBy !== null ? <p>{t('confirmed', { docNo: confirmation.docNo, no: confirmation.confirmedBy })}</p>
          : <Button variant="default" onClick={() => void go({ to: '/answers/$id', params: { id: confirmation.importedId } })}>{t('toConfirm', { docNo: confirmation.docNo })}</Button>)}
      </Notice>
      <Block title={t('sums')}><Sums receipts={receipts} total={total} /></Block>
      <Block title={t('contradictions')} lead={contradictions.length > 0 ? t('contradictionsLead') : undefined}><Contradictions of={settlement} /></Block>
      <Block title={t('items')}><Items receipts={receipts} /></Block>
    </>
  )
}

const FIGURES = ['received', 'returned', 'erased', 'disposed', 'delivered', 'remaining'] as const satisfies readonly (keyof Figures)[]

function Sums({ receipts, total }: { receipts: readonly SettledReceipt[]; total: Figures }) {
  const { t } = useTranslation('cityOffice')
  const language = useLanguage()
  const cells = (figures: Figures) => FIGURES.map((key) => <td key={key} data-head={t(key)} className={key === 'remaining' && figures[key] > 0 ? 'number sums-left' : 'number'}>{sayNumber(figures[key])}</td>)
  return (
    <div className="table sums"><div className="table-box">
      <table aria-label={t('sums')}>
        <thead><tr><th scope="col">{t('receiptNo')}</th>{FIGURES.map((key) => <th key={key} scope="col" className="number">{t(key)}</th>)}<th scope="col">{t('designation')}</th></tr></thead>
        <tbody>{receipts.map(({ importedId, receiptNo, figures, designation }) => (
          <tr key={importedId}><td className="strong" data-head={t('receiptNo')}>{receiptNo}</td>{cells(figures)}
            <td data-head={t('designation')}>{designation === null ? <span className="soft">{t('notDesignated')}</span> : designation.mismatches.length === 0 ? <Status look="good">{designation.no}　{t('asDesignated')}</Status>
              : <><Status look="warn">{designation.no}　{t('notAsDesignated', { count: designation.mismatches.length })}</Status><ul className="small">{designation.mismatches.slice(0, 3).map((one, i) => <li key={i}>{sayMismatch(one, language)}</li>)}</ul></>}</td></tr>
        ))}</tbody>
        {receipts.length > 1 && <tfoot><tr><th scope="row">{t('total')}</th>{cells(total)}<td aria-label={t('designation')} /></tr></tfoot>}
      </table>
    </div></div>
  )
}

/** More than these are for the saved list. */
const SHOWN = 100

function Contradictions({ of: { contradictions } }: { of: CitySettlement }) {
  const { t } = useTranslation('cityOffice')
  const language = useLanguage()
  if (contradictions.length === 0) return <Notice look="good" title={t('noContradictions')} />
  return (
    <ul className="contradictions">
      {contradictions.slice(0, SHOWN).map((one, index) => {
        const article = asArticle(one.article)
        return <li key={index} className="contradiction"><p>{sayContradiction(one, language)}</p>{article && <p className="small"><ArticleChip article={article} /></p>}</li>
      })}
    </ul>
  )
}

type Row = SettledItem & { receiptNo: string }

function Items({ receipts }: { receipts: readonly SettledReceipt[] }) {
  const { t } = useTranslation('cityOffice')
  const language = useLanguage()
  const rows = receipts.flatMap(({ receiptNo, items }) => items.map((item): Row => ({ ...item, receiptNo })))
  const stateOf = ({ end }: Row): string => t(`states.${end ?? 'remaining'}`)
  const columns: Column<Row>[] = [
    { key: 'receiptNo', whole: true, head: t('receiptNo'), cell: (r) => `${r.receiptNo}　${r.no}`, text: (r) => r.receiptNo },
    { key: 'name', head: t('item'), cell: (r) => r.name, text: (r) => `${r.name} ${r.infoKind}` },
    { key: 'count', number: true, head: t('count'), cell: (r) => (r.count === null ? '—' : sayNumber(r.count)) },
    { key: 'state', whole: true, head: t('state'), cell: (r) => <Status look={r.end === null ? 'warn' : 'good'}>{stateOf(r)}</Status>, text: stateOf },
    { key: 'documents', head: t('documents'), cell: (r) => r.documents.join('、') || '—', text: (r) => r.documents.join(' ') },
    { key: 'class', extra: true, head: t('class'), cell: (r) => r.importanceClass, text: (r) => r.importanceClass },
  ]
  const chips: Chip<Row>[] = [{ key: 'left', label: t('onlyLeft'), test: ({ end }) => end === null }]
  return <Table name={t('items')} rows={rows} columns={columns} chips={chips} rowKey={({ receiptNo, no }) => `${receiptNo}:${no}`} rowName={({ receiptNo, no }) => `${receiptNo}　${no}`} panel={(row) => (
    <Facts of={[[t('receiptNo'), row.receiptNo], [t('item'), row.name], [t('class'), row.importanceClass], [t('state'), stateOf(row)], [t('documents'), row.documents.join('、')], [t('waits'), row.waits.length === 0 ? '' : <ul key="w">{row.waits.map((wait, i) => <li key={i}>{sayWait(wait, language)}</li>)}</ul>]]} />
  )} />
}

const WHATS = [['all', 'saveAll'], ['unsettled', 'saveUnsettled'], ['contradictions', 'saveContradictions']] as const
const FORMATS = [['pdf', 'PDF'], ['csv-utf8', 'CSV (UTF-8)'], ['csv-cp932', 'CSV (CP932)'], ['xlsx', 'Excel']] as const
const keyOf = ({ id }: ContractOfWork): string => `city settlement ${id}`

function Save({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const mayNot = useWhyNot('cityOffice.saveSettlement')
  const onSave = async (what: (typeof WHATS)[number][0], format: (typeof FORMATS)[number][0]): Promise<void> => {
    const into = await shell.pickFolder()
    if (into !== null) begin({ key: keyOf(contract), title: t('saving'), cancelMeans: t('saveCancel'), leadsTo: '/city-settlement', run: (options) => desk.cityOffice.saveSettlement({ contractId: contract.id, what, format, into }, options) })
  }
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target><Button leftSection={<IconDownload size={20} aria-hidden />}>{t('save')}</Button></Menu.Target>
      <Menu.Dropdown>
        {mayNot !== null && <p className="small soft">{mayNot}</p>}
        {WHATS.flatMap(([what, word]) => FORMATS.map(([format, name]) => <Menu.Item key={`${what} ${format}`} disabled={mayNot !== null} onClick={() => void onSave(what, format)}>{t(word)}　{name}</Menu.Item>))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Saving({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const job = useJob<LedgerExported>(keyOf(contract))
  if (!job) return null
  if (isUnderWay(job)) return <Progress job={job} />
  const saved = job.result?.outcome === 'exported' ? job.result : null
  return (
    <div className="lifted">
      <Trouble of={job.error} />
      {saved && <Notice look="good" title={t('savedRows', { rows: sayNumber(saved.rows) })}><p className="code">{saved.path}</p>{saved.replaced.length > 0 && <p>{t('replacedCharacters', { characters: saved.replaced.slice(0, 30).join(' ') })}</p>}</Notice>}
    </div>
  )
}

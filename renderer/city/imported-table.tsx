import { useTranslation } from 'react-i18next'
import type { ImportedDocument } from '../../core/documents/document.ts'
import { sayFinding } from '../../core/words/findings.ts'
import { desk } from '../desk.ts'
import { useFormWord } from '../documents/form-word.ts'
import { Facts } from '../parts/facts.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useLanguage } from '../words/language.ts'
import { GiveNumber } from './give-number.tsx'
import { Verdict } from './verdict.tsx'

/** What was taken in, with its 収受番号, and the acknowledgement for the contractor. */
export function ImportedTable({ list }: { list: readonly ImportedDocument[] }) {
  const { t } = useTranslation('city')
  const form = useFormWord()
  const columns: Column<ImportedDocument>[] = [
    { key: 'docNo', whole: true, head: t('docNo'), cell: (d) => d.docNo, text: (d) => d.docNo },
    { key: 'revision', head: t('revision'), number: true, cell: (d) => (d.supersededBy === null ? d.revision : <span className="soft">{d.revision}（{t('before')}）</span>) },
    { key: 'form', whole: true, head: t('form'), cell: (d) => form(d.form), text: (d) => form(d.form) },
    { key: 'verdict', head: t('verdict'), cell: (d) => <Verdict of={d.verdict} />, text: (d) => t(`verdicts.${d.verdict}`) },
    { key: 'no', whole: true, head: t('cityReceiptNo'), cell: (d) => d.cityReceiptNo || '—', text: (d) => d.cityReceiptNo },
    { key: 'at', head: t('importedAt'), cell: (d) => <When at={d.importedAt} /> },
  ]
  const chips: Chip<ImportedDocument>[] = [{ key: 'waiting', label: t('chips.waiting'), test: (d) => d.cityReceiptNo === '' }, { key: 'partly', label: t('chips.partly'), test: (d) => d.verdict === 'values-only' }]
  return <Table name={t('imported')} rows={list} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ docNo }) => docNo} panel={(document) => <OneImported document={document} chain={list.filter((d) => d.docNo === document.docNo)} />} />
}

function OneImported({ document, chain }: { document: ImportedDocument; chain: readonly ImportedDocument[] }) {
  const { t } = useTranslation('city')
  const language = useLanguage()
  const name = usePersonName()
  return (
    <>
      <Verdict of={document.verdict} />
      {document.reasons.length > 0 && <ul className="spaced">{document.reasons.map((finding, index) => <li key={index}>{sayFinding(finding, language)}</li>)}</ul>}
      <div className="spaced">
        <Facts of={[
          [t('cityReceiptNo'), document.cityReceiptNo], [t('body'), t(`bodies.${document.body}`)], [t('code'), <span key="c" className="code">{document.code}</span>],
          [t('importedAt'), <When key="at" at={document.importedAt} />], [t('importedBy'), name(document.importedBy)], [t('hash'), <Hash key="h" of={document.hash} whole />],
          (document.papers ?? []).length > 0 && [t('papersCompared'), <ul key="p">{(document.papers ?? []).map(({ at, by }, i) => <li key={i}><When at={at} />　{name(by)}</li>)}</ul>],
          (document.files ?? []).length > 0 && [t('files'), <ul key="f">{(document.files ?? []).map(({ blob, name: file }) => <li key={blob} className="code">{file}</li>)}</ul>],
          document.supersededBy !== null && ['', t('superseded')],
        ]} />
      </div>
      {chain.length > 1 && (
        <section className="spaced" aria-label={t('chain')}>
          <h3>{t('chain')}</h3>
          <ol className="chain">{chain.toSorted((a, b) => b.revision - a.revision || b.importedAt - a.importedAt).map((d) => <li key={d.id} className={d.supersededBy === null ? 'chain-now' : 'soft'}>{t('chainRow', { revision: d.revision })}　<When at={d.importedAt} />　{t(d.supersededBy === null ? 'current' : 'before')}　{t(`verdicts.${d.verdict}`)}</li>)}</ol>
        </section>
      )}
      {document.cityReceiptNo === '' && <GiveNumber document={document} />}
      <p className="small soft spaced">{t('acknowledgementWhy')}</p>
      <SaveInto label={t('saveAcknowledgement')} variant="filled" operation="city.acknowledge" unless={[document.cityReceiptNo === '' && t('needNo')]} save={(into) => desk.city.acknowledge({ importedId: document.id, into })} />
      <History of={[document.id]} />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ImportSummary } from '../../core/city/import-run.ts'
import { questions } from '../asking/questions.ts'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { SaveRun } from './save-run.tsx'

/** Every import of this office, and the list of each. */
export function Runs() {
  const { t } = useTranslation('city')
  const name = usePersonName()
  const columns: Column<ImportSummary>[] = [
    { key: 'at', head: t('importedAt'), cell: (r) => <When at={r.at} />, text: (r) => name(r.by) },
    { key: 'by', head: t('importedBy'), cell: (r) => name(r.by) },
    { key: 'imported', number: true, head: t('counts.imported'), cell: (r) => r.imported },
    { key: 'already', number: true, head: t('counts.already'), cell: (r) => r.already },
    { key: 'partly', number: true, head: t('counts.partly'), cell: (r) => r.partly },
    { key: 'refused', number: true, head: t('counts.refused'), cell: (r) => (r.refused > 0 ? <b className="bad">{r.refused}</b> : 0) },
  ]
  return (
    <Asked of={useQuery(questions.importRuns)}>
      {(runs) => (runs.length === 0 ? <p className="soft">{t('noRuns')}</p> : (
        <Table name={t('runs')} rows={runs} columns={columns} rowKey={({ id }) => id} rowName={({ at }) => new Date(at).toLocaleString('ja-JP')} panel={(run) => <OneRun run={run} />} />
      ))}
    </Asked>
  )
}

function OneRun({ run }: { run: ImportSummary }) {
  const { t } = useTranslation('city')
  const name = usePersonName()
  return (
    <>
      <Facts of={[
        [t('importedAt'), <When key="at" at={run.at} />], [t('importedBy'), name(run.by)], [t('counts.files'), run.files], [t('counts.imported'), run.imported], [t('counts.already'), run.already], [t('counts.partly'), run.partly], [t('counts.refused'), run.refused],
        run.outcome === 'abandoned' && ['', t('abandoned')],
      ]} />
      <SaveRun runId={run.id} />
    </>
  )
}

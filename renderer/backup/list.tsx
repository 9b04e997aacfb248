import { useTranslation } from 'react-i18next'
import type { Backup } from '../../core/backup/backup.ts'
import { troubles } from '../../core/words/objections/backup.ts'
import { Empty } from '../parts/empty.tsx'
import { Block } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { sayBytes, sayNumber, sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** The last makings, the newest first, and what came of each. */
export function BackupList({ backups }: { backups: readonly Backup[] }) {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const result = ({ state, failed, removedAt, keptFor }: Backup): string => {
    if (state === 'begun') return t('stateBegun')
    if (failed) return `${t('stateFailed')}：${troubles[failed.why][language === 'en' ? 1 : 0].replace('{path}', failed.path)}`
    return removedAt === null ? `${t('stateMade')}${keptFor ? t('keptFor', { no: keptFor.join('、') }) : ''}` : t('stateRemoved')
  }
  const columns: Column<Backup>[] = [
    { key: 'when', head: t('when'), cell: (one) => sayTime(one.begunAt, language), whole: true },
    { key: 'how', head: t('how'), cell: (one) => t(one.asked) },
    { key: 'size', head: t('size'), cell: (one) => (one.made ? sayBytes(one.made.bytes, language) : ''), number: true },
    { key: 'entries', head: t('entries'), cell: (one) => (one.made ? t('entriesOf', { number: sayNumber(one.made.head.size) }) : ''), number: true },
    { key: 'result', head: t('result'), cell: result },
  ]
  return (
    <Block title={t('list')}>
      {backups.length === 0 ? <Empty title={t('listEmpty')}>{t('listEmptyLead')}</Empty> : <Table name={t('list')} rows={backups} columns={columns} rowKey={(one) => one.id} rowName={(one) => sayTime(one.begunAt, language)} />}
    </Block>
  )
}

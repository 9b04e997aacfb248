import { useTranslation } from 'react-i18next'
import type { Item } from '../../core/handovers/item.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'

/** What was received, one line each. */
export function ItemTable({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('receive')
  const { t: parts } = useTranslation('parts')
  const term = useTerm()
  const columns: Column<Item>[] = [
    { key: 'name', head: t('fileName'), cell: (i) => i.name, text: (i) => i.name },
    { key: 'kind', head: t('infoKind'), cell: (i) => i.infoKind, text: (i) => i.infoKind },
    { key: 'class', whole: true, head: t('importanceClass'), cell: (i) => term(i.importanceClass), text: (i) => i.importanceClass },
    { key: 'count', head: t('count'), number: true, cell: (i) => (i.count === null ? '—' : sayNumber(i.count)) },
    { key: 'size', head: t('size'), number: true, cell: (i) => <Bytes of={i.size} /> },
    { key: 'hash', whole: true, head: t('hashes'), cell: (i) => <Hash of={i.sha256} />, text: (i) => i.sha256 },
  ]
  const panel = (item: Item) => (
    <>
      <Facts of={[
        [t('infoKind'), item.infoKind], [t('form'), term(item.form)], [t('importanceClass'), term(item.importanceClass)], [t('count'), item.count === null ? null : sayNumber(item.count)], [t('size'), <Bytes key="size" of={item.size} />],
        ['SHA-256', <Hash key="hash" of={item.sha256} whole />],
        [t('personalInfo'), parts(item.personalInfo ? 'yes' : 'no')], [t('sensitive'), parts(item.sensitive ? 'yes' : 'no')], [t('myNumber'), parts(item.myNumber ? 'yes' : 'no')],
      ]} />
      <History of={[item.id]} />
    </>
  )
  return <Table name={t('items')} rows={items} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} panel={panel} />
}

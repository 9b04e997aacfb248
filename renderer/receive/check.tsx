import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Difference, Handover } from '../../core/handovers/handover.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { ItemTable } from './item-table.tsx'

/** 照合: what arrived against the city's list. */
export function Check({ handover, onNext }: { handover: Handover; onNext: () => void }) {
  const { t } = useTranslation('receive')
  const open = handover.differences.length > 0 && handover.differenceNote === null
  return (
    <>
      {open
        ? <Notice look="refused" title={<span className="notice-line">{t('differsTitle', { count: handover.differences.length })}<ArticleChip article="14" /></span>}>{t('differsLead')}</Notice>
        : <Notice look="good" title={t('agreesTitle')}>{handover.differenceNote ? t('noted', { count: handover.differences.length }) : handover.cityList.length === 0 ? t('agreesNoList') : t('agrees')}</Notice>}
      {handover.differences.length > 0 && <Block title={t('differences')}><Differences of={handover.differences} /></Block>}
      {open ? <NoteDifference handover={handover} /> : <div className="acts"><Button onClick={onNext}>{t('next.checked')}</Button></div>}
      <Block title={t('items')}><Asked of={useQuery(questions.itemsOf(handover.id))}>{(items) => <ItemTable items={items} />}</Asked></Block>
    </>
  )
}

function Differences({ of: differences }: { of: readonly Difference[] }) {
  const { t } = useTranslation('receive')
  const short = (value: string): string => (/^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value || '—')
  const columns: Column<Difference>[] = [
    { key: 'name', head: t('listName'), cell: (d) => <span className="strong">{d.name}</span>, text: (d) => d.name },
    { key: 'kind', head: t('differenceKind'), cell: (d) => t(`kinds.${d.kind}`), text: (d) => t(`kinds.${d.kind}`) },
    { key: 'listed', whole: true, head: t('listed'), cell: (d) => <span className="code" title={d.listed}>{short(d.listed)}</span> },
    { key: 'found', whole: true, head: t('found'), cell: (d) => <span className="code" title={d.found}>{short(d.found)}</span> },
  ]
  return <Table name={t('differences')} rows={differences} columns={columns} rowKey={({ name, kind }) => `${name} ${kind}`} rowName={({ name }) => name} />
}

function NoteDifference({ handover }: { handover: Handover }) {
  const { t } = useTranslation('receive')
  const [draft, change, clear] = useKept(`difference ${handover.id}`, () => ({ note: '', cityRef: '' }))
  const noteIt = useCommand(desk.handovers.noteDifference)
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); noteIt.run({ handoverId: handover.id, ...draft }, clear) }}>
      <div className="fields spaced">
        <Textarea className="wide" label={t('note')} placeholder={t('noteExample')} autosize minRows={3} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        <TextInput label={t('noteRef')} value={draft.cityRef} onChange={(event) => change({ cityRef: event.currentTarget.value })} />
      </div>
      <div className="spaced"><Trouble of={noteIt.error} /></div>
      <div className="acts"><ActButton type="submit" loading={noteIt.busy} unless={[useWhyNot('handovers.noteDifference'), draft.note.trim() === '' && t('need', { field: t('note') }), draft.cityRef.trim() === '' && t('need', { field: t('noteRef') })]}>{t('noteNow')}</ActButton></div>
    </form>
  )
}

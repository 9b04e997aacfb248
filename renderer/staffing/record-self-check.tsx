import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { CheckedItem, CheckItem } from '../../core/staffing/self-check.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip, asArticle } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import './staffing.css'

interface Line { result: CheckedItem['result'] | null; note: string; action: string; dueOn: Day | null }
const blankLine: Line = { result: null, note: '', action: '', dueOn: null }

/** 点検の記録 (F-04): line by line; what is wanting says what will be done about it. */
export function RecordSelfCheckPage() {
  const { t } = useTranslation('staffing')
  const items = useQuery(questions.checkItems)
  return (
    <WithContract title={t('check.begin')}>
      {(contract) => <Page title={t('check.begin')} lead={contract.contractNo} back={{ to: '/self-checks', label: t('check.title') }}><Asked of={items}>{(given) => <Form contract={contract} items={given.items} />}</Asked></Page>}
    </WithContract>
  )
}

function Form({ contract, items }: { contract: ContractOfWork; items: readonly CheckItem[] }) {
  const { t } = useTranslation('staffing')
  const go = useNavigate()
  const [draft, change, clear] = useKept(`self-check-${contract.id}`, () => ({ on: dayOf(thisMinute()) as Day | null, lines: {} as Record<string, Line>, remarks: '' }))
  const record = useCommand(desk.staffing.recordSelfCheck)
  const mayNot = useWhyNot('staffing.recordSelfCheck')
  // By their words: a kept draft must not answer another item when the list has changed since.
  const edit = (text: string, by: Partial<Line>): void => change((before) => ({ ...before, lines: { ...before.lines, [text]: { ...(before.lines[text] ?? blankLine), ...by } } }))
  const lines = items.map(({ text }) => draft.lines[text] ?? blankLine)
  const onRecord = (): void => {
    if (draft.on === null) return
    record.run({
      contractId: contract.id, checkedOn: draft.on, remarks: draft.remarks,
      items: items.map((item, i) => ({ ...item, result: lines[i]?.result ?? '該当なし', note: lines[i]?.note ?? '', plan: lines[i]?.result === '不適' && lines[i].dueOn !== null ? { action: lines[i].action, dueOn: lines[i].dueOn } : null })),
    }, () => { clear(); void go({ to: '/self-checks' }) })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRecord() }}>
      <div className="fields"><DayField label={t('check.on')} value={draft.on} onChange={(on) => change({ on })} /></div>
      <ul className="checks spaced">
        {items.map((item, i) => {
          const line = lines[i] ?? blankLine
          const article = asArticle(item.article)
          return (
            <li key={item.text}>
              <div className="check-line">
                <span>{item.text}　{article && <ArticleChip article={article} />}</span>
                <SegmentedControl size="md" aria-label={item.text} value={line.result ?? ''} data={[{ value: '適', label: t('check.results.fit') }, { value: '不適', label: t('check.results.unfit') }, { value: '該当なし', label: t('check.results.none') }]} onChange={(result) => edit(item.text, { result: result as CheckedItem['result'] })} />
              </div>
              {line.result === '不適' && (
                <div className="check-more fields">
                  <TextInput className="wide" label={t('check.note')} value={line.note} onChange={(event) => edit(item.text, { note: event.currentTarget.value })} />
                  <TextInput label={t('check.action')} value={line.action} onChange={(event) => edit(item.text, { action: event.currentTarget.value })} />
                  <DayField label={t('check.dueOn')} value={line.dueOn} onChange={(dueOn) => edit(item.text, { dueOn })} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <div className="fields spaced"><Textarea className="wide" label={t('check.remarks')} autosize minRows={2} maxRows={6} value={draft.remarks} onChange={(event) => change({ remarks: event.currentTarget.value })} /></div>
      <div className="spaced"><Trouble of={record.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={record.busy} unless={[mayNot, draft.on === null && t('needDay'), lines.some(({ result }) => result === null) && t('check.needResults'), lines.some(({ result, action, dueOn }) => result === '不適' && (action.trim() === '' || dueOn === null)) && t('check.needDue')]}>{t('check.save')}</ActButton>
      </div>
    </form>
  )
}

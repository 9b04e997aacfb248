import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../core/time.ts'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import { Destruction } from '../../core/wipes/wipe.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { TimeField } from '../parts/day-field.tsx'
import { Drop } from '../parts/drop.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useTerm } from '../words/terms.ts'

/** 物理破壊の記録 (Art. 15④): how, when, where, by whom, and the photographs that show it. */
export function Destroy({ plan, target }: { plan: DisposalPlan; target: PlanTarget }) {
  const { t } = useTranslation('wipes')
  const term = useTerm()
  const name = usePersonName()
  const record = useCommand(desk.disposals.recordDestruction)
  const mayNot = useWhyNot('disposals.recordDestruction', plan.contractId)
  const [draft, setDraft] = useState({ how: '破砕' as Destruction['how'], at: null as Instant | null, place: plan.place, performedBy: null as string | null, manifestNo: '', remarks: '', before: [] as string[], after: [] as string[] })
  const change = (by: Partial<typeof draft>): void => setDraft({ ...draft, ...by })
  const { at } = draft
  const known = name(plan.operator) === (plan.operator as string) ? '' : name(plan.operator)
  // People may still be on their way: whoever was planned is named once they are known.
  const performedBy = draft.performedBy ?? (plan.outsourcer || known)
  const onRecord = (): void => {
    if (at === null) return
    record.run({
      planId: plan.id, targetNo: target.no, how: draft.how, at, place: draft.place, performedBy, outsourcer: plan.outsourcer, manifestNo: draft.manifestNo, witness: plan.witnessRequested, remarks: draft.remarks,
      photos: [...draft.before.map((path) => ({ path, when: '前' as const })), ...draft.after.map((path) => ({ path, when: '後' as const }))],
    })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRecord() }}>
      <p className="notice-line strong"><span>{target.mediaName}</span><ArticleChip article="15④" /></p>
      <div className="fields">
        <Select label={t('destroyHow')} value={draft.how} data={Destruction.shape.how.options.map((value) => ({ value, label: term(value) }))} onChange={(value) => change({ how: value as Destruction['how'] })} />
        <TimeField label={t('destroyedAt')} value={at} onChange={(picked) => change({ at: picked })} />
        <TextInput label={t('where')} value={draft.place} onChange={(event) => change({ place: event.currentTarget.value })} />
        <TextInput label={t('destroyBy')} value={performedBy} onChange={(event) => change({ performedBy: event.currentTarget.value })} />
        <TextInput label={t('manifestNo')} value={draft.manifestNo} onChange={(event) => change({ manifestNo: event.currentTarget.value })} />
        <Textarea className="wide" label={t('remarks')} autosize minRows={2} value={draft.remarks} onChange={(event) => change({ remarks: event.currentTarget.value })} />
      </div>
      <Block title={t('photosBefore')}><Photos paths={draft.before} title={t('photosBefore')} onChange={(before) => change({ before })} /></Block>
      <Block title={t('photosAfter')}><Photos paths={draft.after} title={t('photosAfter')} onChange={(after) => change({ after })} /></Block>
      <div className="spaced"><Trouble of={record.error} /></div>
      <div className="acts"><ActButton type="submit" loading={record.busy} unless={[mayNot, at === null && t('need', { field: t('destroyedAt') }), draft.place.trim() === '' && t('need', { field: t('where') }), performedBy.trim() === '' && t('need', { field: t('destroyBy') })]}>{t('recordDestruction')}</ActButton></div>
    </form>
  )
}

function Photos({ paths, title, onChange }: { paths: readonly string[]; title: string; onChange: (paths: string[]) => void }) {
  return (
    <>
      <Drop title={title} onPaths={(more) => onChange([...new Set([...paths, ...more])])} />
      <ul className="spaced">{paths.map((path) => <li key={path} className="code">{path}</li>)}</ul>
    </>
  )
}

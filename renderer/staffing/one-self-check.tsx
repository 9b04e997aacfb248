import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckedItem, SelfCheck } from '../../core/staffing/self-check.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Status } from '../parts/status.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'

const looks = { 適: 'good', 不適: 'bad', 該当なし: 'calm' } as const
const words = { 適: 'check.results.fit', 不適: 'check.results.unfit', 該当なし: 'check.results.none' } as const

/** One self-check at the side: what was wanting is put right here, and somebody else closes it. */
export function OneSelfCheck({ check }: { check: SelfCheck }) {
  const { t } = useTranslation('staffing')
  const name = usePersonName()
  const close = useCommand(desk.staffing.closeSelfCheck)
  const mayNot = useWhyNot('staffing.closeSelfCheck')
  const open = check.items.filter(({ result, corrected }) => result === '不適' && corrected === null).length
  return (
    <>
      <Facts of={[[t('check.on'), <OnDay key="on" day={check.checkedOn} />], [t('check.by'), name(check.checkedBy)], [t('check.remarks'), check.remarks], check.closed !== null && [t('check.confirmedBy'), <span key="c">{name(check.closed.by)}　<When at={check.closed.at} /></span>]]} />
      <ul className="checks spaced">{check.items.map((item, i) => <Line key={i} item={item} itemNo={i + 1} check={check} />)}</ul>
      {check.state !== '完了' && (
        <section className="side-part">
          <p className="soft">{t('check.closeLead')}</p>
          <Trouble of={close.error} />
          <div className="acts"><ActButton loading={close.busy} unless={[mayNot, open > 0 && t('check.open', { count: open })]} onClick={() => close.run({ checkId: check.id })}>{t('check.close')}</ActButton></div>
        </section>
      )}
      <History of={[check.id]} />
    </>
  )
}

function Line({ item, itemNo, check }: { item: CheckedItem; itemNo: number; check: SelfCheck }) {
  const { t } = useTranslation('staffing')
  const [correcting, setCorrecting] = useState(false)
  const mayNot = useWhyNot('staffing.correctItem')
  return (
    <li>
      <div className="check-line"><span>{item.text}</span><Status look={item.corrected ? 'good' : looks[item.result]}>{item.corrected ? t('check.corrected') : t(words[item.result])}</Status></div>
      {(item.note !== '' || item.plan || item.corrected) && (
        <div className="check-more">
          <Facts of={[item.note !== '' && [t('check.note'), item.note], item.plan !== null && [t('check.action'), <span key="p">{item.plan.action}（<OnDay day={item.plan.dueOn} />）</span>], item.corrected !== null && [t('check.what'), <span key="w">{item.corrected.what}（<OnDay day={item.corrected.on} />）</span>]]} />
          {item.result === '不適' && item.corrected === null && !correcting && <div className="acts acts-tight"><ActButton variant="default" unless={[mayNot]} onClick={() => setCorrecting(true)}>{t('check.correct')}</ActButton></div>}
          {correcting && item.corrected === null && <Correct check={check} itemNo={itemNo} onDone={() => setCorrecting(false)} />}
        </div>
      )}
    </li>
  )
}

function Correct({ check, itemNo, onDone }: { check: SelfCheck; itemNo: number; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const { t: parts } = useTranslation('parts')
  const [what, setWhat] = useState('')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const correct = useCommand(desk.staffing.correctItem)
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); if (on) correct.run({ checkId: check.id, itemNo, what, on }, onDone) }}>
      <Textarea label={t('check.what')} autosize minRows={2} maxRows={6} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      <DayField label={t('check.correctedOn')} value={on} onChange={setOn} />
      <Trouble of={correct.error} />
      <div className="acts"><ActButton type="submit" loading={correct.busy} unless={[what.trim() === '' && t('check.needWhat'), !on && t('needDay')]}>{t('check.correctNow')}</ActButton><Button variant="default" onClick={onDone}>{parts('cancel')}</Button></div>
    </form>
  )
}

import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Medium } from '../../core/media/medium.ts'
import type { StockTake } from '../../core/media/stock-take.ts'
import { sameSerial } from '../../core/wipes/rules.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'
import { PrintLabels } from './print-labels.tsx'
import './media.css'

interface Draft { seen: string[]; strangers: string[]; attendedBy: string; remarks: string }
const AWAY: readonly Medium['state'][] = ['送付中', '持出中', '返却済', '廃棄済', '紛失']

/** 棚卸 (Art. 11(5)): each medium ticked, or scanned as a scanner types it; whatever does not come out is a finding. */
export function StockTakePage() {
  const { t } = useTranslation('media')
  const media = useQuery(questions.media)
  const counts = useQuery(questions.stockTakes)
  return (
    <Page title={t('stock')} lead={t('stockLead')} back={{ to: '/media', label: t('title') }}>
      <Asked of={media}>{(list) => <Count media={list} />}</Asked>
      <Asked of={media}>{(list) => list.length > 0 && <PrintLabels media={list.filter(({ state }) => !AWAY.includes(state))} />}</Asked>
      <Asked of={counts}>{(list) => list[0] && <Block title={t('stockLast')}><Counted count={list[0]} /></Block>}</Asked>
    </Page>
  )
}

function Count({ media }: { media: readonly Medium[] }) {
  const { t } = useTranslation('media')
  const term = useTerm()
  const mayNot = useWhyNot('media.takeStock')
  const take = useCommand(desk.media.takeStock)
  const [draft, change, clear] = useKept<Draft>('stock-take', () => ({ seen: [], strangers: [], attendedBy: '', remarks: '' }))
  const [scanned, scan] = useState('')
  const tick = (no: string, on: boolean): void => change((before) => ({ ...before, seen: on ? [...new Set([...before.seen, no])] : before.seen.filter((one) => one !== no) }))
  const onScan = (): void => {
    const said = scanned.trim()
    if (said === '') return
    const found = media.find(({ no, serial }) => sameSerial(no, said) || sameSerial(serial, said))
    if (found) tick(found.no, true)
    else change((before) => ({ ...before, strangers: [...new Set([...before.strangers, said])] }))
    scan('')
  }
  const onTake = (): void => take.run({
    sightings: [...draft.seen.map((no) => ({ said: no, place: media.find((one) => one.no === no)?.storagePlace ?? '' })), ...draft.strangers.map((said) => ({ said, place: '' }))], attendedBy: draft.attendedBy, remarks: draft.remarks,
  }, clear)
  const here = media.filter(({ state }) => !AWAY.includes(state))
  const away = media.filter(({ state, no }) => AWAY.includes(state) && draft.seen.includes(no))
  return (
    <>
      <form className="stock-scan" noValidate onSubmit={(event) => { event.preventDefault(); onScan() }}>
        <TextInput label={t('scan')} description={t('scanWhy')} value={scanned} autoComplete="off" spellCheck={false} onChange={(event) => scan(event.currentTarget.value)} />
        <Button type="submit" variant="default">{t('scanNow')}</Button>
      </form>
      <p className="soft" role="status">{t('stockSeen', { seen: sayNumber(draft.seen.length), all: sayNumber(here.length) })}</p>
      <ul className="stock-list">
        {[...here, ...away].map((one) => (
          <li key={one.no}>
            <Checkbox checked={draft.seen.includes(one.no)} onChange={(event) => tick(one.no, event.currentTarget.checked)} label={<><span className="strong">{one.no}</span>　{term(one.type)}　<span className="code">{one.serial}</span></>} description={`${one.storagePlace}　${term(one.state)}`} />
          </li>
        ))}
        {draft.strangers.map((said) => <li key={said}><Notice look="warning" title={t('stranger', { said })}><Button variant="subtle" onClick={() => change((before) => ({ ...before, strangers: before.strangers.filter((one) => one !== said) }))}>{t('strangerAway')}</Button></Notice></li>)}
      </ul>
      <div className="fields">
        <TextInput label={t('attendedBy')} value={draft.attendedBy} onChange={(event) => change({ attendedBy: event.currentTarget.value })} />
        <Textarea className="wide" label={t('remarks')} autosize minRows={2} value={draft.remarks} onChange={(event) => change({ remarks: event.currentTarget.value })} />
      </div>
      <div className="spaced"><Trouble of={take.error} /></div>
      <div className="acts"><ActButton loading={take.busy} unless={[mayNot]} onClick={onTake}>{t('stockRecord')}</ActButton></div>
    </>
  )
}

/** How a count came out. */
function Counted({ count }: { count: StockTake }) {
  const { t } = useTranslation('media')
  return (
    <>
      <Facts of={[[t('stockNo'), count.no], [t('stockAt'), <When key="at" at={count.at} />], [t('stockExpected'), sayNumber(count.expected)], [t('attendedBy'), count.attendedBy], [t('remarks'), count.remarks]]} />
      <div className="spaced">
        {count.findings.length === 0 ? <Notice look="good" title={t('stockGood')} /> : (
          <Notice look="warning" title={t('stockBad', { count: count.findings.length })}>
            <ul className="stock-findings">{count.findings.map((one) => <li key={`${one.kind} ${one.medium ?? one.said}`}>{t(`findings.${one.kind}`, { no: one.medium ?? one.said, expected: one.expected, found: one.found })}</li>)}</ul>
            <ArticleChip article="11(5)" />
          </Notice>
        )}
      </div>
    </>
  )
}

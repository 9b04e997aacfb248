import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Medium } from '../../core/media/medium.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'

const GONE: readonly Medium['state'][] = ['送付中', '持出中', '返却済', '廃棄済', '紛失']

/** What else may become of a medium: back to the city, broken, or not to be found. None of them is one click away. */
export function MediumFate({ medium, onCheck }: { medium: Medium; onCheck: () => void }) {
  const { t } = useTranslation('media')
  const { t: viruses } = useTranslation('viruses')
  const [doing, begin] = useState<'return' | 'broken' | 'lost' | null>(null)
  const isHere = !GONE.includes(medium.state)
  const mayBeLost = medium.state !== '返却済' && medium.state !== '廃棄済' && medium.state !== '紛失'
  if (doing === 'return') return <Return medium={medium} />
  if (doing === 'broken') return <Broken medium={medium} />
  if (doing === 'lost') return <Lost medium={medium} />
  if (medium.state === '紛失') return <Found medium={medium} />
  return (
    <div className="acts">
      {isHere && <Button variant="default" onClick={onCheck}>{viruses('check')}</Button>}
      {isHere && medium.owner === '甲' && <Button variant="default" onClick={() => begin('return')}>{t('giveBack')}</Button>}
      {isHere && medium.state !== '故障' && <Button variant="default" onClick={() => begin('broken')}>{t('broken')}</Button>}
      {mayBeLost && <Button variant="default" onClick={() => begin('lost')}>{t('lost')}</Button>}
    </div>
  )
}

function Return({ medium }: { medium: Medium }) {
  const { t } = useTranslation('media')
  const [receivedBy, setReceiver] = useState('')
  const [place, setPlace] = useState('')
  const giveBack = useCommand(desk.media.giveBack)
  return (
    <form noValidate className="side-act" onSubmit={(event) => { event.preventDefault(); giveBack.run({ no: medium.no, receivedBy, place }) }}>
      <p className="notice-line strong"><span>{t('giveBack')}</span><ArticleChip article="15①" /></p>
      <div className="fields spaced">
        <TextInput className="wide" label={t('receivedBy')} value={receivedBy} onChange={(event) => setReceiver(event.currentTarget.value)} />
        <TextInput className="wide" label={t('returnPlace')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
      </div>
      <div className="spaced"><Trouble of={giveBack.error} /></div>
      <div className="acts"><ActButton type="submit" loading={giveBack.busy} unless={[useWhyNot('media.giveBack'), receivedBy.trim() === '' && t('need', { field: t('receivedBy') }), place.trim() === '' && t('need', { field: t('returnPlace') })]}>{t('giveBackNow')}</ActButton></div>
    </form>
  )
}

function Broken({ medium }: { medium: Medium }) {
  const { t } = useTranslation('media')
  const [note, say] = useState('')
  const broken = useCommand(desk.media.reportBroken)
  return (
    <form noValidate className="side-act" onSubmit={(event) => { event.preventDefault(); broken.run({ no: medium.no, note }) }}>
      <p className="notice-line strong"><span>{t('broken')}</span><ArticleChip article="15④" /></p>
      <p className="soft">{t('brokenLead')}</p>
      <div className="spaced"><TextInput label={t('brokenNote')} value={note} onChange={(event) => say(event.currentTarget.value)} /></div>
      <div className="spaced"><Trouble of={broken.error} /></div>
      <div className="acts"><ActButton type="submit" loading={broken.busy} unless={[useWhyNot('media.reportBroken'), note.trim() === '' && t('need', { field: t('brokenNote') })]}>{t('brokenNow')}</ActButton></div>
    </form>
  )
}

function Lost({ medium }: { medium: Medium }) {
  const { t } = useTranslation('media')
  const [foundAt, setFound] = useState<Instant | null>(thisMinute())
  const [place, setPlace] = useState('')
  const [circumstances, say] = useState('')
  const lost = useCommand(desk.media.reportLost)
  return (
    <form noValidate className="side-act" onSubmit={(event) => { event.preventDefault(); if (foundAt !== null) lost.run({ no: medium.no, foundAt, place, circumstances }) }}>
      <p className="notice-line strong"><span>{t('lost')}</span><ArticleChip article="18①" /></p>
      <p className="soft">{t('lostLead')}</p>
      <div className="fields spaced">
        <div className="wide"><TimeField label={t('lostAt')} value={foundAt} onChange={setFound} /></div>
        <TextInput className="wide" label={t('lostPlace')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
        <Textarea className="wide" label={t('lostHow')} autosize minRows={3} value={circumstances} onChange={(event) => say(event.currentTarget.value)} />
      </div>
      <div className="spaced"><Trouble of={lost.error} /></div>
      <div className="acts"><ActButton type="submit" color="red" loading={lost.busy} unless={[foundAt === null && t('need', { field: t('lostAt') }), circumstances.trim() === '' && t('need', { field: t('lostHow') })]}>{t('lostNow')}</ActButton></div>
    </form>
  )
}

/** The one thing to do with what is lost: to write down that it is here again, by the number that stands on it. */
function Found({ medium }: { medium: Medium }) {
  const { t } = useTranslation('media')
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [said, say] = useState({ serial: '', place: '', circumstances: '', storagePlace: medium.storagePlace })
  const found = useCommand(desk.media.findAgain)
  const field = (name: keyof typeof said, label: string) => <TextInput className="wide" label={label} value={said[name]} onChange={(event) => { const { value } = event.currentTarget; say((old) => ({ ...old, [name]: value })) }} />
  const missing = (['serial', 'place', 'storagePlace'] as const).find((name) => said[name].trim() === '')
  const labels = { serial: t('foundSerial'), place: t('foundPlace'), storagePlace: t('foundKept') }
  return (
    <form noValidate className="side-act" onSubmit={(event) => { event.preventDefault(); if (at !== null) found.run({ no: medium.no, at, ...said }) }}>
      <p className="notice-line strong"><span>{t('found')}</span><ArticleChip article="18①" /></p>
      <p className="soft">{t('foundLead')}</p>
      <div className="fields spaced">
        {field('serial', labels.serial)}
        <div className="wide"><TimeField label={t('foundAt')} value={at} onChange={setAt} /></div>
        {field('place', labels.place)}
        {field('storagePlace', labels.storagePlace)}
        <Textarea className="wide" label={t('foundHow')} autosize minRows={2} value={said.circumstances} onChange={(event) => { const { value } = event.currentTarget; say((old) => ({ ...old, circumstances: value })) }} />
      </div>
      <div className="spaced"><Trouble of={found.error} /></div>
      <div className="acts"><ActButton type="submit" loading={found.busy} unless={[useWhyNot('media.findAgain'), at === null && t('need', { field: t('foundAt') }), missing !== undefined && t('need', { field: labels[missing] })]}>{t('foundNow')}</ActButton></div>
    </form>
  )
}

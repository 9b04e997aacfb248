import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork, KeySeen } from '../../core/contracts/contract-of-work.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Drop } from '../parts/drop.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, OnDay, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { useTerm } from '../words/terms.ts'
import '../city-office/city-office.css'

const WAYS = ['対面', '電話', '書面'] as const

/** The key that the other party gave notice of: its file, and what was heard when they read from their own copy. */
export function CounterpartKey({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const key = contract.counterpartKey
  const [replacing, setReplacing] = useState(false)
  if (key && !replacing) {
    return (
      <>
        <Facts wide of={[[t('organisationOfKey'), key.organisation], [t('fingerprint'), <Hash key="f" of={key.fingerprint} whole />], [t('letter'), key.encryption ? t('letterUntil', { day: sayDay(dayOf(key.encryption.validTo), language) }) : t('letterNone')], [t('registered'), <When key="at" at={key.registeredAt} />]]} />
        <div className="acts"><Button variant="subtle" onClick={() => setReplacing(true)}>{t('registerKeyAgain')}</Button></div>
        <Ended contract={contract} />
      </>
    )
  }
  return <><RegisterKey contract={contract} onDone={() => setReplacing(false)} />{contract.formerKeys.length > 0 && <Ended contract={contract} />}</>
}

function RegisterKey({ contract, onDone }: { contract: ContractOfWork; onDone: () => void }) {
  const { t } = useTranslation('contracts')
  const { t: office } = useTranslation('cityOffice')
  const term = useTerm()
  const [path, setPath] = useState<string | null>(null)
  const [checkedBy, setCheckedBy] = useState<(typeof WAYS)[number]>('電話')
  const [typed, setTyped] = useState('')
  const [ticked, setTicked] = useState<readonly number[]>([])
  const [toldBy, setToldBy] = useState('')
  const look = useCommand(desk.contracts.lookAtKey)
  const [seen, setSeen] = useState<KeySeen | null>(null)
  const register = useCommand(desk.contracts.registerKey)
  const mayNot = useWhyNot('contracts.registerKey')
  const allTicked = seen !== null && ticked.length === seen.checkWords.length
  const fingerprintHeard = typed.trim() !== '' ? typed : allTicked ? seen.checkWords.join(' ') : ''
  const onPath = (chosen: string | null): void => {
    setPath(chosen); setSeen(null); setTicked([])
    if (chosen !== null) look.run({ contractId: contract.id, path: chosen }, setSeen)
  }
  const onRegister = (): void => {
    if (path !== null) register.run({ contractId: contract.id, path, checkedBy, fingerprintHeard, toldBy }, onDone)
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRegister() }}>
      {path === null
        ? <Drop title={t('keyDrop')} folders={false} onPaths={([first]) => first !== undefined && onPath(first)} />
        : <p className="notice-line"><span>{t('keyDropped')}</span><span className="code">{path}</span><Button variant="subtle" onClick={() => onPath(null)}>{t('replace')}</Button></p>}
      <div className="spaced"><Trouble of={look.error} /></div>
      {seen && <Words seen={seen} ticked={ticked} onTick={setTicked} />}
      <div className="fields spaced">
        <Radio.Group className="wide" label={t('checkedBy')} value={checkedBy} onChange={(way) => setCheckedBy(way as typeof checkedBy)}>
          <div className="acts acts-tight">{WAYS.map((way) => <Radio key={way} value={way} label={term(way)} />)}</div>
        </Radio.Group>
        <TextInput className="wide" label={office('keyTold')} value={toldBy} onChange={(event) => setToldBy(event.currentTarget.value)} />
        <Textarea className="wide" label={t('heard')} description={t('heardWhy')} autosize minRows={2} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <div className="spaced"><Trouble of={register.error} /></div>
      <div className="acts"><ActButton type="submit" variant="default" loading={register.busy} unless={[mayNot, path === null && t('keyDrop'), fingerprintHeard === '' && t('required', { field: t('heard') })]}>{t('registerKey')}</ActButton></div>
    </form>
  )
}

/** The twelve words, large enough to be followed while somebody reads them over the telephone: each is ticked by itself. */
function Words({ seen, ticked, onTick }: { seen: KeySeen; ticked: readonly number[]; onTick: (ticked: readonly number[]) => void }) {
  const { t } = useTranslation('cityOffice')
  const { organisation, expected, checkWords, fingerprint, replaces, known } = seen
  return (
    <section className="spaced" aria-label={t('keySeen')}>
      <Facts wide of={[[t('keySeen'), organisation], ['', <Hash key="f" of={fingerprint} whole />]]} />
      {organisation !== expected && <div className="spaced"><Notice look="warning" title={t('keyOther', { organisation, expected })} /></div>}
      {known && <div className="spaced"><Notice title={t('keyKnown')} /></div>}
      {replaces !== null && <div className="spaced"><Notice look="warning" title={t('keyReplaces')} /></div>}
      <p className="spaced">{t('keyTick')}</p>
      <div className="heard-words">
        {checkWords.map((word, i) => (
          <div key={i} className="heard-word"><Checkbox aria-label={`${t('wordNo', { no: i + 1 })} ${word}`} checked={ticked.includes(i)} onChange={(event) => onTick(event.currentTarget.checked ? [...ticked, i] : ticked.filter((one) => one !== i))} /><span className="small soft">{i + 1}</span><b>{word}</b></div>
        ))}
      </div>
    </section>
  )
}

/** Keys that hold no longer, and the way to say that the one in use is in other hands. */
function Ended({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const [opened, open] = useState(false)
  const [from, setFrom] = useState<Day | null>(null)
  const [reason, setReason] = useState('')
  const revoke = useCommand(desk.contracts.revokeKey)
  const mayNot = useWhyNot('contracts.revokeKey')
  const { counterpartKey, formerKeys } = contract
  const onRevoke = (): void => { if (counterpartKey && from !== null) revoke.run({ contractId: contract.id, fingerprint: counterpartKey.fingerprint, from, reason }, () => open(false)) }
  return (
    <>
      {formerKeys.length > 0 && <div className="spaced"><p className="strong">{t('formerKeys')}</p><Facts wide of={formerKeys.map(({ key, why, from: day, reason: said }) => [why === '失効' ? t('revoked') : t('replaced'), <span key={key.fingerprint}><OnDay day={day} />　<Hash of={key.fingerprint} />　{said}</span>] as const)} /></div>}
      {counterpartKey && !opened && <div className="acts"><Button variant="subtle" onClick={() => open(true)}>{t('revoke')}</Button></div>}
      {counterpartKey && opened && (
        <form noValidate className="spaced" aria-label={t('revoke')} onSubmit={(event) => { event.preventDefault(); onRevoke() }}>
          <Notice look="warning" title={t('revokeLead')} />
          <div className="fields spaced"><DayField label={t('revokeFrom')} value={from} onChange={setFrom} /><TextInput label={t('revokeReason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></div>
          <div className="spaced"><Trouble of={revoke.error} /></div>
          <div className="acts"><ActButton type="submit" color="red" loading={revoke.busy} unless={[mayNot, from === null && t('need', { field: t('revokeFrom') }), reason.trim() === '' && t('need', { field: t('revokeReason') })]}>{t('revoke')}</ActButton></div>
        </form>
      )}
    </>
  )
}

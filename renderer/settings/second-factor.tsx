import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { SetFactor } from './set-factor.tsx'

/** 二要素認証: one's own, and for an administrator the rule of the office. Says plainly what it does not protect. */
export function SecondFactor({ loginId }: { loginId: string }) {
  const { t } = useTranslation('settings')
  const { data: access, error } = useQuery(questions.access)
  const [setting, setSetting] = useState(false)
  if (!access) return <Trouble of={error} />
  const { factor, factorRequired } = access
  return (
    <>
      <p className="soft">{t('factorWhy')}</p>
      <p className="small soft spaced">{t('factorWhyNot')}</p>
      <div className="spaced"><Facts wide of={[
        [t('factorState'), factor ? <span key="on">{t('factorOn')}（<When at={factor.since} />）</span> : t('factorOff')],
        factor && [t('factorCodesLeft'), t('factorCodes', { count: factor.recoveryCodesLeft })],
        [t('factorRule'), t(factorRequired ? 'factorRuleOn' : 'factorRuleOff')],
      ]} /></div>
      {!factor && (setting ? <div className="spaced"><SetFactor loginId={loginId} /></div> : <div className="acts"><ActButton variant="default" onClick={() => setSetting(true)}>{t('factorStart')}</ActButton></div>)}
      {factor && <DropFactor required={factorRequired} />}
      <FactorRule required={factorRequired} />
    </>
  )
}

function DropFactor({ required }: { required: boolean }) {
  const { t } = useTranslation('settings')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const drop = useCommand(desk.vault.dropFactor)
  return (
    <details className="spaced">
      <summary>{t('factorDropOpen')}</summary>
      <form noValidate onSubmit={(event) => { event.preventDefault(); drop.run({ password, code: code.trim() }, () => setPassword('')); setCode('') }}>
        <div className="fields spaced">
          <PasswordInput label={t('current')} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          <TextInput label={t('code')} autoComplete="one-time-code" inputMode="numeric" value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        </div>
        <div className="spaced"><Trouble of={drop.error} /></div>
        <div className="acts"><ActButton type="submit" variant="default" loading={drop.busy} unless={[required && t('factorDropNot'), password === '' && t('need', { field: t('current') }), code.trim() === '' && t('need', { field: t('code') })]}>{t('factorDrop')}</ActButton></div>
      </form>
    </details>
  )
}

/** An administrator decides for the whole office, with a reason that the ledger keeps. */
function FactorRule({ required }: { required: boolean }) {
  const { t } = useTranslation('settings')
  const [reason, setReason] = useState('')
  const rule = useCommand(desk.vault.requireFactor)
  const mayNot = useWhyNot('vault.requireFactor')
  if (mayNot) return null
  return (
    <details className="spaced">
      <summary>{t(required ? 'factorRuleEnd' : 'factorRuleBegin')}</summary>
      <form noValidate onSubmit={(event) => { event.preventDefault(); rule.run({ required: !required, reason }, () => setReason('')) }}>
        <p className="small soft">{t(required ? 'factorRuleEndWhy' : 'factorRuleBeginWhy')}</p>
        <div className="fields spaced"><Textarea className="wide" label={t('reason')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></div>
        <div className="spaced"><Trouble of={rule.error} /></div>
        <div className="acts"><ActButton type="submit" variant="default" loading={rule.busy} unless={[reason.trim() === '' && t('need', { field: t('reason') })]}>{t(required ? 'factorRuleEnd' : 'factorRuleBegin')}</ActButton></div>
      </form>
    </details>
  )
}

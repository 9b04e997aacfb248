import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { OfferedFactor } from '../../core/vault/second-factor.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shownOnce } from '../start/shown-once.ts'
import { QrRows } from './qr-rows.tsx'

type Offered = z.output<typeof OfferedFactor>

/** Password, QR code, first code: then the second factor holds, and its recovery codes are shown once. */
export function SetFactor({ loginId }: { loginId: string }) {
  const { t } = useTranslation('settings')
  const [password, setPassword] = useState('')
  const [offered, setOffered] = useState<Offered | null>(null)
  const [code, setCode] = useState('')
  const offer = useCommand(desk.vault.offerFactor)
  const set = useCommand(desk.vault.setFactor)
  const onSet = (): void => { set.run({ code: code.trim() }, ({ recoveryCodes }) => shownOnce.show({ kind: 'recovery codes', loginId, codes: recoveryCodes })); setCode('') }
  if (!offered) {
    return (
      <form noValidate onSubmit={(event) => { event.preventDefault(); offer.run({ password }, (answer) => { setPassword(''); setOffered(answer) }) }}>
        <div className="fields"><PasswordInput className="wide" label={t('current')} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} /></div>
        <div className="spaced"><Trouble of={offer.error} /></div>
        <div className="acts"><ActButton type="submit" variant="default" loading={offer.busy} unless={[password === '' && t('need', { field: t('current') })]}>{t('factorBegin')}</ActButton></div>
      </form>
    )
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onSet() }}>
      <ol className="factor-steps">
        <li>
          <p>{t('factorScan')}</p>
          <QrRows rows={offered.rows} label={t('factorQr')} />
          <details><summary>{t('factorByHand')}</summary><p className="code factor-key" translate="no">{offered.key.match(/.{1,4}/g)?.join(' ')}</p><p className="small soft">{t('factorByHandWhy')}</p></details>
        </li>
        <li><TextInput maw="20rem" label={t('factorFirstCode')} autoComplete="one-time-code" inputMode="numeric" classNames={{ input: 'code-field' }} value={code} onChange={(event) => setCode(event.currentTarget.value)} /></li>
      </ol>
      <div className="spaced"><Trouble of={set.error} /></div>
      <div className="acts"><ActButton type="submit" loading={set.busy} unless={[code.trim() === '' && t('need', { field: t('factorFirstCode') })]}>{t('factorSet')}</ActButton></div>
    </form>
  )
}

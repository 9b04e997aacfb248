import { Checkbox, PasswordInput, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Package } from '../../core/packages/package.ts'
import type { MediumWriting } from '../../core/packages/writing.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin } from '../jobs/jobs.ts'
import { ActButton } from '../parts/act-button.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Trouble } from '../parts/trouble.tsx'

interface Props { of: Package; writings: readonly MediumWriting[]; jobKey: string; error: Error | null }

/** 検証 (Art. 11(3)): what lies on the disk, on a stick or came back from transport, against what the ledger says; with the passphrase, everything inside too. */
export function VerifyPackage({ of: one, writings, jobKey, error }: Props) {
  const { t } = useTranslation('writing')
  const mayNot = useWhyNot('packages.verify')
  const places = onMedia(writings)
  const [where, choose] = useState('home')
  const [file, setFile] = useState<string | null>(null)
  const [opens, open] = useState(false)
  const [passphrase, type] = useState('')
  const path = where === 'home' ? null : where === 'other' ? file : where
  const onVerify = (): void => begin({
    key: jobKey, title: t('verifyJob', { no: one.no }), cancelMeans: t('verifyCancel'), leadsTo: '/pack',
    run: (options) => desk.packages.verify({ packageId: one.id, path, key: opens ? { kind: 'passphrase', passphrase: passphrase.trim() } : null, contractId: one.contractId }, options),
  })
  return (
    <form noValidate className="side-form" aria-label={t('verify')} onSubmit={(event) => { event.preventDefault(); onVerify() }}>
      <p className="soft">{t('verifyLead')}</p>
      <Radio.Group className="choices" size="md" label={t('verifyWhere')} value={where} onChange={choose}>
        <Radio value="home" label={t('atHome')} description={one.path} />
        {places.map(({ medium, path: there }) => <Radio key={there} value={there} label={t('onMedium', { medium })} description={there} />)}
        <Radio value="other" label={t('elsewhere')} />
      </Radio.Group>
      {where === 'other' && <div><p className="small soft">{t('pickWhy')}</p><FileField label={t('pick')} value={file} onChange={setFile} /></div>}
      {one.lock.envelope
        ? <p className="small soft">{t('withoutKey')}</p>
        : <Checkbox label={t('withPassphrase')} checked={opens} onChange={(event) => open(event.currentTarget.checked)} />}
      {opens && <PasswordInput label={t('passphrase')} value={passphrase} autoComplete="off" spellCheck={false} onChange={(event) => type(event.currentTarget.value)} />}
      <Trouble of={error} />
      <div className="acts"><ActButton type="submit" unless={[mayNot, where === 'other' && file === null && t('needFile'), opens && passphrase.trim() === '' && t('need', { field: t('passphrase') })]}>{t('verifyNow')}</ActButton></div>
    </form>
  )
}

/** Where its first file lies on each medium that it was written to. */
function onMedia(writings: readonly MediumWriting[]): { medium: string; path: string }[] {
  const places = writings.filter(({ state }) => state === 'written').flatMap(({ medium, folder, parts }) => {
    const first = parts.find(({ name }) => name.endsWith('.zip') || name.endsWith('.001'))
    return first ? [[`${folder.replace(/[/\\]$/, '')}/${first.name}`, medium] as const] : []
  })
  return [...new Map(places)].map(([path, medium]) => ({ path, medium }))
}

import { PasswordInput, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFile } from '../../core/backup/backup.ts'
import { Refusal } from '../../core/refusal.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayBytes, sayNumber, sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { NewPassword, useWhyNotPassword } from './new-password.tsx'

type Done = Awaited<ReturnType<typeof desk.backup.restore>>

/** A vault out of a backup, where there is none or in place of one that is damaged: the file, a way to open it, and what would be lost. */
export function Restore({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('backup')
  const { t: start } = useTranslation('start')
  const [file, setFile] = useState<BackupFile | null>(null)
  const [kind, setKind] = useState<'recovery-key' | 'password'>('recovery-key')
  const [recoveryKey, setKey] = useState('')
  const [loginId, setLoginId] = useState('')
  const [password, setPassword] = useState('')
  const [draft, setDraft] = useState({ password: '', again: '' })
  const [witness, setWitness] = useState<string | null>(null)
  const [confirmation, setConfirmation] = useState('')
  const look = useCommand(desk.backup.read)
  const job = useJob<Done>('backup restore')
  const against = useWhyNotPassword(loginId, draft)
  const busy = job !== undefined && isUnderWay(job)
  const asked = askedOf(job?.error)
  // Kept here besides: the list of jobs forgets what has ended as soon as there is a vault, which is locked.
  const [done, setDone] = useState<Done | null>(null)
  const onRestore = (): void => {
    if (!file) return
    const opening = kind === 'recovery-key' ? { kind, recoveryKey, loginId, newPassword: draft.password } : { kind, loginId, password }
    begin({ key: 'backup restore', title: t('restoring'), cancelMeans: t('restoreCancel'), leadsTo: '/', run: async (options) => {
      const answer = await desk.backup.restore({ path: file.path, opening, witness, confirmation: asked === null ? null : confirmation }, options)
      setDone(answer)
      return answer
    } })
  }
  if (done?.outcome === 'restored') return <Restored missing={done.restored.missing} movedAside={done.restored.movedAside} onBack={onBack} />
  const need = (value: string, field: string) => value.trim() === '' && t('needs', { field })
  return (
    <form noValidate className="start-narrow" onSubmit={(event) => { event.preventDefault(); onRestore() }}>
      <h1>{t('restoreTitle')}</h1>
      <p className="start-lead">{t('restoreIntro')}</p>
      <FileField label={t('pickBackup')} value={null} onChange={(path) => look.run({ path }, setFile)} />
      <Trouble of={look.error} />
      {file && <Chosen file={file} />}
      <Radio.Group label={t('open')} value={kind} onChange={(value) => setKind(value === 'password' ? 'password' : 'recovery-key')}>
        <div className="acts acts-tight"><Radio value="recovery-key" label={t('byKey')} description={t('byKeyWhy')} /><Radio value="password" label={t('byPassword')} description={t('byPasswordWhy')} /></div>
      </Radio.Group>
      {kind === 'recovery-key' && <TextInput label={start('keyLabel')} autoComplete="off" spellCheck={false} value={recoveryKey} onChange={(event) => setKey(event.currentTarget.value)} />}
      <TextInput label={start('loginId')} autoComplete="username" spellCheck={false} value={loginId} onChange={(event) => setLoginId(event.currentTarget.value)} />
      {kind === 'recovery-key'
        ? <NewPassword loginId={loginId} value={draft} onChange={setDraft} label={start('newPassword')} />
        : <PasswordInput label={start('password')} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />}
      <div>
        <p className="strong">{t('witness')}</p>
        <p className="small soft">{t('witnessWhy')}</p>
        <FileField label={t('pickWitness')} value={witness} onChange={setWitness} />
      </div>
      {job && busy && <Progress job={job} />}
      <Trouble of={job?.error} />
      {asked !== null && <TextInput label={t('confirmation')} autoComplete="off" spellCheck={false} classNames={{ input: 'code' }} value={confirmation} onChange={(event) => setConfirmation(event.currentTarget.value)} />}
      <ActButton type="submit" fullWidth loading={busy} unless={[
        !file && t('needs', { field: t('pick') }), need(loginId, start('loginId')),
        ...(kind === 'recovery-key' ? [need(recoveryKey, start('keyLabel')), ...against] : [password === '' && t('needs', { field: start('password') })]),
        asked !== null && need(confirmation, t('confirmation')),
      ]}>{t('restoreNow')}</ActButton>
      <button type="button" className="start-link" disabled={busy} onClick={onBack}>{t('back')}</button>
    </form>
  )
}

function Chosen({ file }: { file: BackupFile }) {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  return (
    <Notice title={t('chosen')}>
      <Facts of={[
        [t('when'), sayTime(file.madeAt, language)], [t('generation'), sayNumber(file.generation)], [t('entries'), t('entriesOf', { number: sayNumber(file.entries) })],
        [t('size'), sayBytes(file.bytes, language)], [t('file'), <span key="file" className="code">{file.name}</span>],
      ]} />
    </Notice>
  )
}

function Restored({ missing, movedAside, onBack }: { missing: number; movedAside: string | null; onBack: () => void }) {
  const { t } = useTranslation('backup')
  return (
    <div className="start-narrow">
      <h1>{t('done')}</h1>
      <Notice look="good" title={t('doneLead')}>
        {missing > 0 && <p>{t('doneMissing', { missing })}</p>}
        {movedAside !== null && <p className="small soft">{t('movedAside', { name: movedAside })}</p>}
      </Notice>
      <ActButton fullWidth onClick={onBack}>{t('toSignIn')}</ActButton>
    </div>
  )
}

/** What has to be typed, when the desk asks for it. */
function askedOf(error: Error | null | undefined): string | null {
  const behind = error instanceof Refusal ? error.objections.find(({ code }) => code === 'backup-behind') : undefined
  return behind?.code === 'backup-behind' ? behind.facts.confirmation : null
}

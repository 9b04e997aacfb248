import { TextInput } from '@mantine/core'
import { IconFolderDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerRescued } from '../../core/vault/rescue.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'
import { sayNumber } from '../words/figures.ts'

/** Before a vault that no longer opens: what to do, and a way to take out what can still be read. Nothing here writes into the vault. */
export function Damaged({ loginId, password, asksCode }: { loginId: string; password: string; asksCode: boolean }) {
  const { t } = useTranslation('start')
  const [code, setCode] = useState('')
  const [rescued, setRescued] = useState<LedgerRescued | null>(null)
  const rescue = useCommand(desk.vault.rescue)
  const onRescue = async (): Promise<void> => {
    const into = await shell.pickFolder()
    // A folder of its own: what lies in the chosen one stays as it is.
    if (into !== null) rescue.run({ loginId, password, ...(asksCode ? { code: code.trim() } : {}), into: `${into}/azukari-rescued` }, setRescued)
  }
  return (
    <section className="spaced" aria-label={t('damagedTitle')}>
      <p>{t('damagedLead')}</p>
      {asksCode && <TextInput label={t('code')} autoComplete="one-time-code" spellCheck={false} value={code} onChange={(event) => setCode(event.currentTarget.value)} />}
      <div className="acts">
        <ActButton variant="default" leftSection={<IconFolderDown size={20} aria-hidden />} loading={rescue.busy} unless={[password === '' && t('needs', { field: t('password') }), asksCode && code.trim() === '' && t('needs', { field: t('code') })]} onClick={() => void onRescue()}>{t('rescue')}</ActButton>
      </div>
      <Trouble of={rescue.error} />
      {rescued && (
        <Notice look={rescued.missing.length === 0 ? 'good' : 'refused'} title={t('rescued', { entries: sayNumber(rescued.entries), total: sayNumber(rescued.total) })}>
          <p className="code">{rescued.folder}</p>
          <p>{t('rescuedNext')}</p>
        </Notice>
      )}
    </section>
  )
}

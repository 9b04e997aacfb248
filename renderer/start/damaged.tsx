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

/**
 * Before a vault that no longer opens: what is damaged (`found`), the way back by a backup, and a way to take out before what can still be read.
 * Nothing here writes into the vault. A code that opened the door just now is spent, so that the rescue asks for the next one.
 */
export function Damaged({ found, loginId, password, asksCode, onRestore, onBack }: { found: Error | null; loginId: string; password: string; asksCode: boolean; onRestore: () => void; onBack: () => void }) {
  const { t } = useTranslation('start')
  const { t: backup } = useTranslation('backup')
  const [code, setCode] = useState('')
  const rescue = useCommand(desk.vault.rescue)
  const [rescued, setRescued] = useState<LedgerRescued | null>(null)
  const onRescue = async (): Promise<void> => {
    const into = await shell.pickFolder()
    // A folder of its own: what lies in the chosen one stays as it is.
    if (into !== null) rescue.run({ loginId, password, ...(asksCode ? { code: code.trim() } : {}), into: `${into}/azukari-rescued` }, setRescued)
  }
  return (
    <section className="start-narrow" aria-labelledby="damaged">
      <h1 id="damaged">{t('damagedTitle')}</h1>
      <Trouble of={found} />
      <p>{t('damagedLead')}</p>
      {asksCode && <TextInput label={t('code')} description={t('codeNext')} autoComplete="one-time-code" inputMode="numeric" spellCheck={false} classNames={{ input: 'code-field' }} value={code} onChange={(event) => setCode(event.currentTarget.value)} />}
      <ActButton variant="default" fullWidth leftSection={<IconFolderDown size={20} aria-hidden />} loading={rescue.busy} unless={[asksCode && code.trim() === '' && t('needs', { field: t('code') })]} onClick={() => void onRescue()}>{t('rescue')}</ActButton>
      <Trouble of={rescue.error} />
      {rescued && <Rescued rescued={rescued} />}
      <ActButton fullWidth unless={[]} onClick={onRestore}>{backup('restore')}</ActButton>
      <button type="button" className="start-link" onClick={onBack}>{t('toSignIn')}</button>
    </section>
  )
}

function Rescued({ rescued: { folder, entries, total, missing, contradicting } }: { rescued: LedgerRescued }) {
  const { t } = useTranslation('start')
  const isWhole = missing.length === 0 && contradicting.length === 0
  const said = (
    <Notice look={isWhole ? 'good' : 'warning'} title={t('rescued', { entries: sayNumber(entries), total: sayNumber(total) })}>
      <p className="code">{folder}</p>
      <p>{t('rescuedNext')}</p>
    </Notice>
  )
  return isWhole ? said : <div role="status">{said}</div>
}

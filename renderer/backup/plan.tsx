import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupPlan } from '../../core/backup/backup.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** Where to, at which time, and how many stay. */
export function Plan({ plan }: { plan: BackupPlan | null }) {
  const { t } = useTranslation('backup')
  const [folder, setFolder] = useState(plan?.folder ?? null)
  const [at, setAt] = useState(plan?.at ?? '12:15')
  const [keep, setKeep] = useState(plan?.keep ?? 7)
  const [kept, setKept] = useState(false)
  const set = useCommand(desk.backup.setPlan)
  const mayNot = useWhyNot('backup.setPlan')
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(at)
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setKept(false); if (folder !== null) set.run({ plan: { folder, at, keep } }, () => setKept(true)) }}>
      <Block title={t('plan')} lead={t('planLead')}>
        <div className="fields">
          <div className="wide"><FolderField label={t('pickFolder')} value={folder} onChange={setFolder} /></div>
          <TextInput label={t('at')} description={t('atWhy')} inputMode="numeric" placeholder="12:15" value={at} onChange={(event) => setAt(event.currentTarget.value)} />
          <NumberInput label={t('keep')} description={t('keepWhy')} min={2} max={365} allowDecimal={false} value={keep} onChange={(value) => setKeep(typeof value === 'number' ? value : 7)} />
        </div>
        <Trouble of={set.error} />
        {kept && <Notice look="good">{t('saved')}</Notice>}
        <div className="acts">
          <ActButton type="submit" variant={plan ? 'default' : 'filled'} loading={set.busy} unless={[mayNot, folder === null && t('needFolder'), !isTime && t('needAt')]}>{t('save')}</ActButton>
          {plan && <ActButton variant="subtle" unless={[mayNot]} onClick={() => set.run({ plan: null }, () => setFolder(null))}>{t('stop')}</ActButton>}
        </div>
      </Block>
    </form>
  )
}

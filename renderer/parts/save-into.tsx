import { Button, type ButtonProps } from '@mantine/core'
import { IconFolderDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import type { OperationName } from '../../core/contract.ts'
import { useCommand } from '../asking/command.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { shell } from '../shell.ts'
import { ActButton } from './act-button.tsx'
import { Notice } from './notice.tsx'
import { Trouble } from './trouble.tsx'

interface Props { label: string; operation: OperationName; save: (into: string) => Promise<{ paths: string[] }>; variant?: NonNullable<ButtonProps['variant']>; unless?: readonly (string | false | null)[]; onSaved?: () => void }

/** Asks for a folder, lets the desk write into it, and says what lies there now. */
export function SaveInto({ label, operation, save, variant = 'default', unless = [], onSaved }: Props) {
  const { t } = useTranslation('parts')
  const [paths, setPaths] = useState<readonly string[]>([])
  const command = useCommand(save)
  const mayNot = useWhyNot(operation)
  const onSave = async (): Promise<void> => {
    const into = await shell.pickFolder()
    if (into !== null) command.run(into, (saved) => { setPaths(saved.paths); onSaved?.() })
  }
  const [first] = paths
  return (
    <>
      <div className="acts"><ActButton variant={variant} leftSection={<IconFolderDown size={20} aria-hidden />} loading={command.busy} unless={[mayNot, ...unless]} onClick={() => void onSave()}>{label}</ActButton></div>
      {(command.error ?? first) && (
        <div className="spaced">
          <Trouble of={command.error} />
          {first !== undefined && (
            <Notice look="good" title={t('saved')}>
              <ul>{paths.map((path) => <li key={path} className="code">{path}</li>)}</ul>
              <Button variant="subtle" onClick={() => void shell.showInFolder(first)}>{t('showInFolder')}</Button>
            </Notice>
          )}
        </div>
      )}
    </>
  )
}

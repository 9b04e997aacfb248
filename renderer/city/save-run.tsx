import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconFolderDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveRun as Order } from '../../core/city/results.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'

const FORMATS: readonly Order['format'][] = ['pdf', 'csv-utf8', 'csv-cp932', 'xlsx']

/** 取込結果一覧 into a folder. What CP932 cannot hold is named before it is chosen. */
export function SaveRun({ runId }: { runId: string }) {
  const { t } = useTranslation('city')
  const lacking = useQuery(questions.lackingInRun(runId)).data?.characters ?? []
  const [saved, setSaved] = useState<{ path: string; replaced: readonly string[] } | null>(null)
  const save = useCommand(({ format, into }: Pick<Order, 'format' | 'into'>) => desk.city.saveRun({ runId, format, into }))
  const onSave = async (format: Order['format']): Promise<void> => {
    const into = await shell.pickFolder()
    if (into !== null) save.run({ format, into }, (answer) => setSaved(answer.outcome === 'exported' ? answer : null))
  }
  return (
    <>
      <div className="acts">
        <Menu>
          <Menu.Target><Button variant="default" leftSection={<IconFolderDown size={20} aria-hidden />} loading={save.busy}>{t('saveRun')}</Button></Menu.Target>
          <Menu.Dropdown>
            {FORMATS.map((format) => (
              <Menu.Item key={format} onClick={() => void onSave(format)}>
                {t(`formats.${format}`)}{format === 'csv-cp932' && lacking.length > 0 && <span className="small soft block">{t('lacking', { characters: lacking.slice(0, 12).join(' ') })}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {(save.error ?? saved) && (
        <div className="spaced">
          <Trouble of={save.error} />
          {saved && <Notice look="good" title={t('runSaved')}><p className="code">{saved.path}</p>{saved.replaced.length > 0 && <p>{t('replaced', { characters: saved.replaced.join(' ') })}</p>}<Button variant="subtle" onClick={() => void shell.showInFolder(saved.path)}>{t('showInFolder')}</Button></Notice>}
        </div>
      )}
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Copy, Made } from '../../core/copies/copy.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { Task } from '../send/task.tsx'

/** 作成: out of the vault into a folder, whole and read back. */
export function Make({ copy: { id, no } }: { copy: Copy }) {
  const { t } = useTranslation('copies')
  const [folder, setFolder] = useState<string | null>(null)
  const key = `copy ${id}`
  const job = useJob<Made>(key)
  const running = job?.state === 'running' || job?.state === 'cancelling'
  const mayNot = useWhyNot('copies.make')
  const onMake = (): void => {
    if (folder === null) return
    begin({ key, title: t('jobTitle', { no }), cancelMeans: t('jobCancel'), leadsTo: `/copies/${id}`, run: (options) => desk.copies.make({ copyId: id, into: folder }, options) })
  }
  if (running && job) return <Progress job={job} />
  return (
    <Task title={t('makeTitle')} lead={t('makeLead')} article="11(8)" error={job?.error ?? null} onSubmit={onMake} act={<ActButton type="submit" unless={[mayNot, folder === null && t('needFolder')]}>{t('makeNow')}</ActButton>}>
      <FolderField label={t('folder')} value={folder} onChange={setFolder} />
    </Task>
  )
}

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { questions } from '../asking/questions.ts'
import { FolderField } from '../parts/folder-field.tsx'
import { useTerm } from '../words/terms.ts'

/** The registered medium that travels, and its own folder, looked at for plain files. */
export function ChooseMedium({ medium, folder, onChange }: { medium: string | null; folder: string | null; onChange: (by: { medium?: string | null; folder?: string | null }) => void }) {
  const { t } = useTranslation('send')
  const term = useTerm()
  const media = (useQuery(questions.media).data ?? []).filter(({ state }) => state !== '紛失' && state !== '返却済')
  return (
    <>
      <Select className="wide" label={t('mediumNo')} placeholder={t('noMedium')} data={media.map((one) => ({ value: one.no as string, label: `${one.no}　${term(one.type)}　${one.serial}` }))} value={medium} onChange={(no) => onChange({ medium: no })} />
      <div className="wide">
        <p className="strong">{t('folder')}</p>
        <p className="small soft">{t('folderWhy')}</p>
        <FolderField label={t('folder')} value={folder} onChange={(picked) => onChange({ folder: picked })} />
      </div>
    </>
  )
}

import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ArticleChip } from '../parts/article-chip.tsx'
import { nobody, SecondPerson, type Signer } from '../parts/second-person.tsx'

/** What a clerk types of a medium that the desk did not write itself; null while that way is not taken. */
export interface CopiedDraft { serial: string; second: Signer }

/** copied by hand, it goes only when two people read the serial number off the label. */
export function Copied({ value, onChange }: { value: CopiedDraft | null; onChange: (draft: CopiedDraft | null) => void }) {
  const { t } = useTranslation('send')
  return (
    <div className="wide exception">
      <Checkbox label={t('copied')} checked={value !== null} onChange={(event) => onChange(event.currentTarget.checked ? { serial: '', second: nobody } : null)} />
      {value && (
        <>
          <p className="notice-line small"><span>{t('copiedWhy')}</span><ArticleChip article="11(3)" /></p>
          <TextInput label={t('copiedSerial')} autoComplete="off" spellCheck={false} classNames={{ input: 'code' }} value={value.serial} onChange={(event) => onChange({ ...value, serial: event.currentTarget.value })} />
          <SecondPerson value={value.second} onChange={(second) => onChange({ ...value, second })} />
        </>
      )}
    </div>
  )
}

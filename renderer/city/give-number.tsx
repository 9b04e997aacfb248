import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedDocument } from '../../core/documents/document.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 収受番号, given after the import. */
export function GiveNumber({ document }: { document: ImportedDocument }) {
  const { t } = useTranslation('city')
  const [cityReceiptNo, setNo] = useState('')
  const give = useCommand(desk.city.number)
  const mayNot = useWhyNot('city.number')
  return (
    <form noValidate className="spaced" aria-label={t('giveNumber')} onSubmit={(event) => { event.preventDefault(); give.run({ importedId: document.id, cityReceiptNo }) }}>
      <TextInput label={t('cityReceiptNo')} value={cityReceiptNo} onChange={(event) => setNo(event.currentTarget.value)} />
      <div className="spaced"><Trouble of={give.error} /></div>
      <div className="acts"><ActButton type="submit" loading={give.busy} unless={[mayNot, cityReceiptNo.trim() === '' && t('need', { field: t('cityReceiptNo') })]}>{t('giveNumber')}</ActButton></div>
    </form>
  )
}

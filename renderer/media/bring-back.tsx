import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Medium } from '../../core/media/medium.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 戻り: a medium that had been sent is back, and where it is locked away again. */
export function BringBack({ medium }: { medium: Medium }) {
  const { t } = useTranslation('media')
  const [storagePlace, setPlace] = useState(medium.storagePlace)
  const bring = useCommand(desk.media.bringBack)
  const mayNot = useWhyNot('media.bringBack')
  return (
    <form noValidate className="spaced" aria-label={t('bringBack')} onSubmit={(event) => { event.preventDefault(); bring.run({ no: medium.no, storagePlace }) }}>
      <p className="soft">{t('bringBackLead')}</p>
      <div className="spaced"><TextInput label={t('storagePlace')} value={storagePlace} onChange={(event) => setPlace(event.currentTarget.value)} /></div>
      <div className="spaced"><Trouble of={bring.error} /></div>
      <div className="acts"><ActButton type="submit" loading={bring.busy} unless={[mayNot, storagePlace.trim() === '' && t('need', { field: t('storagePlace') })]}>{t('bringBack')}</ActButton></div>
    </form>
  )
}

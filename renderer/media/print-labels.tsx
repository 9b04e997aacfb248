import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Medium } from '../../core/media/medium.ts'
import { desk } from '../desk.ts'
import { Block } from '../parts/page.tsx'
import { SaveInto } from '../parts/save-into.tsx'

/** 媒体ラベル: for one medium or for all of them, ten to a page of label paper. */
export function PrintLabels({ media }: { media: readonly Medium[] }) {
  const { t } = useTranslation('media')
  const [shinten, setShinten] = useState(false)
  return (
    <Block title={t('labels')} lead={t('labelsLead')}>
      <Checkbox label={t('labelsShinten')} checked={shinten} onChange={(event) => setShinten(event.currentTarget.checked)} />
      <div className="spaced"><SaveInto label={t('labelsSave')} operation="media.labels" save={(into) => desk.media.labels({ nos: media.map(({ no }) => no), shinten, into })} /></div>
    </Block>
  )
}

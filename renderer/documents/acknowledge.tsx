import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { Drawer } from '../parts/drawer.tsx'
import { Drop } from '../parts/drop.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** The city's 収受通知 comes back, signed by the city. */
export function Acknowledge({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('documents')
  return <Drawer title={t('acknowledge')} opened={opened} onClose={onClose}><Body /></Drawer>
}

function Body() {
  const { t } = useTranslation('documents')
  const [count, setCount] = useState(0)
  const acknowledge = useCommand(desk.receipts.acknowledge)
  return (
    <>
      <p className="soft">{t('acknowledgeLead')}</p>
      <div className="spaced"><Drop title={t('acknowledgeDrop')} folders={false} busy={acknowledge.busy} onPaths={(paths) => { setCount(0); acknowledge.run({ paths }, (documents) => setCount(documents.length)) }} /></div>
      <div className="spaced">
        <Trouble of={acknowledge.error} />
        {count > 0 && <Notice look="good" title={t('acknowledged', { count })} />}
      </div>
    </>
  )
}

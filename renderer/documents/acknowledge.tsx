import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { Drawer } from '../parts/drawer.tsx'
import { Drop } from '../parts/drop.tsx'
import { Notice } from '../parts/notice.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** What comes back from the city, signed by it: answers, 収受通知, our own PDFs with its signature. */
export function Acknowledge({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('documents')
  return <Drawer title={t('acknowledge')} opened={opened} onClose={onClose}><Body /></Drawer>
}

function Body() {
  const { t } = useTranslation('documents')
  const { t: office } = useTranslation('cityOffice')
  const [took, setTook] = useState<{ answers: number; acknowledged: number; held: string[] } | null>(null)
  const take = useCommand(desk.answers.take)
  return (
    <>
      <p className="soft">{office('takeLead')}</p>
      <div className="spaced"><Drop title={t('acknowledgeDrop')} folders={false} busy={take.busy} onPaths={(paths) => { setTook(null); take.run({ paths }, ({ answers, acknowledged, held }) => setTook({ answers: answers.length, acknowledged: acknowledged.length, held })) }} /></div>
      <div className="spaced">
        <Trouble of={take.error} />
        {took && <Notice look="good" title={office('took', { answers: took.answers, acknowledged: took.acknowledged })} />}
        {took && took.held.length > 0 && <Notice look="warning" title={office('held')}>{office('heldWhy', { numbers: took.held.join('、') })}</Notice>}
      </div>
      <p className="small soft spaced">{office('saveConsistencyWhy')}</p>
      <SaveInto label={office('saveConsistency')} operation="answers.saveConsistency" save={(into) => desk.answers.saveConsistency({ into })} />
    </>
  )
}

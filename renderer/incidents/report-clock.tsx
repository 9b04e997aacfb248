import { NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** within how many minutes of discovery the first report leaves. */
export function ReportClock({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('incidents')
  const limit = useQuery(questions.firstReportLimit(contract.id)).data
  const [typed, setTyped] = useState<number | null>(null)
  const set = useCommand(desk.incidents.setLimit)
  const mayNot = useWhyNot('incidents.setLimit')
  if (!limit) return null
  const minutes = typed ?? limit.minutes
  return (
    <Block title={t('limitTitle')} lead={t('limitLead', { minutes: limit.minutes })}>
      {mayNot === null && (
        <form noValidate onSubmit={(event) => { event.preventDefault(); set.run({ contractId: contract.id, minutes }, () => setTyped(null)) }}>
          <div className="fields"><NumberInput label={t('limitMinutes')} min={5} max={1440} clampBehavior="strict" allowDecimal={false} value={minutes} onChange={(value) => setTyped(typeof value === 'number' ? value : null)} /></div>
          <div className="spaced"><Trouble of={set.error} /></div>
          <div className="acts"><ActButton type="submit" variant="default" loading={set.busy} unless={[minutes === limit.minutes && t('limitLead', { minutes })]}>{t('limitNow')}</ActButton></div>
        </form>
      )}
    </Block>
  )
}

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

/** after how many hours of being late an incident is drafted. The city whose information it is may want it sooner. */
export function AlarmSetting({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('carryouts')
  const alarm = useQuery(questions.alarm(contract.id)).data
  const [typed, setTyped] = useState<number | null>(null)
  const set = useCommand(desk.carryOuts.setAlarm)
  const mayNot = useWhyNot('carryOuts.setAlarm')
  if (!alarm) return null
  const hours = typed ?? alarm.incidentAfterHours
  return (
    <Block title={t('alarmTitle')} lead={t('alarmLead', { hours: alarm.incidentAfterHours })}>
      {mayNot === null && (
        <form noValidate onSubmit={(event) => { event.preventDefault(); set.run({ contractId: contract.id, incidentAfterHours: hours }, () => setTyped(null)) }}>
          <div className="fields">
            <NumberInput label={t('alarmHours')} min={1} max={168} clampBehavior="strict" allowDecimal={false} value={hours} onChange={(value) => setTyped(typeof value === 'number' ? value : null)} />
          </div>
          <div className="spaced"><Trouble of={set.error} /></div>
          <div className="acts"><ActButton type="submit" variant="default" loading={set.busy} unless={[hours === alarm.incidentAfterHours && t('alarmLead', { hours })]}>{t('alarmNow')}</ActButton></div>
        </form>
      )}
    </Block>
  )
}

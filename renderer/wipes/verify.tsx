import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { nobody, SecondPerson } from '../parts/second-person.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { WipeFacts } from './wipe-facts.tsx'

/** 検証 (Art. 15⑤, R-32): another person looks at the figures, and may have everything read back again. */
export function Verify({ plan, wipes }: { plan: DisposalPlan; wipes: readonly Wipe[] }) {
  const { t } = useTranslation('wipes')
  const waiting = wipes.filter(({ state }) => state === 'to be verified')
  return (
    <>
      <p className="notice-line soft"><span>{t('verifyLead')}</span><ArticleChip article="15⑤" /></p>
      {waiting.length === 0 && <Notice title={t('verifyNothing')} />}
      {waiting.map((wipe) => <One key={wipe.id} plan={plan} wipe={wipe} />)}
    </>
  )
}

function One({ plan, wipe }: { plan: DisposalPlan; wipe: Wipe }) {
  const { t } = useTranslation('wipes')
  const { session } = useOffice()
  const key = `verify ${wipe.id}`
  const job = useJob(key)
  const mayNot = useWhyNot('disposals.verify')
  const drive = useQuery(questions.drives).data?.find(({ mediumNo, hindrances }) => mediumNo !== null && mediumNo === wipe.medium && hindrances.length === 0)
  const isOperator = session.personId === (wipe.operator as string)
  const [other, setOther] = useState(isOperator)
  const [second, setSecond] = useState(nobody)
  const [witnessConfirmed, confirm] = useState(false)
  const onVerify = (drivePath: string | null): void => {
    begin({
      key, title: t('verifyJob', { no: wipe.medium ?? '' }), cancelMeans: t('verifyCancel'), leadsTo: `/wipe/${plan.id}`,
      run: (options) => desk.disposals.verify({ wipeId: wipe.id, drivePath, second: other ? second : null, witnessConfirmed }, options),
    })
    setSecond(nobody)
  }
  const unless = [
    mayNot, other && (second.loginId === '' || second.password === '') && t('sameAsOperator'), plan.witnessRequested && !witnessConfirmed && t('needWitnessConfirmed'),
  ]
  return (
    <Block title={`${t('line', { no: wipe.targetNo })}　${wipe.medium ?? ''}`}>
      <WipeFacts wipe={wipe} />
      {plan.witnessRequested && <Checkbox className="spaced" label={t('witnessConfirmed', { name: wipe.witness?.name ?? plan.witnessRequested.name })} checked={witnessConfirmed} onChange={(event) => confirm(event.currentTarget.checked)} />}
      {!isOperator && <Checkbox className="spaced" label={t('otherVerifies')} checked={other} onChange={(event) => setOther(event.currentTarget.checked)} />}
      {other && <SecondPerson title={t('verifier')} value={second} onChange={setSecond} />}
      {job && isUnderWay(job) ? <Progress job={job} /> : (
        <>
          <div className="spaced"><Trouble of={job?.error ?? null} /></div>
          <div className="acts">
            <ActButton unless={unless} onClick={() => onVerify(null)}>{t('verify')}</ActButton>
            {drive && wipe.run && <Button variant="default" disabled={unless.some(Boolean)} onClick={() => onVerify(drive.path)}>{t('verifyAgain')}</Button>}
          </div>
        </>
      )}
    </Block>
  )
}

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consultation } from '../../core/consultations/consultation.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { Folded } from '../carryouts/folded.tsx'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Agree, Draft } from './write.tsx'

/** 協議 (Art. 22): what the specification does not settle, and what it came to. */
export function Consultations() {
  const { t } = useTranslation('consultations')
  return <WithContract title={t('title')}>{(contract) => <OfContract key={contract.id} contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('consultations')
  const { t: parts } = useTranslation('parts')
  const question = useQuery(questions.consultations(contract.id))
  const [writing, setWriting] = useState(false)
  const begin = <ActButton unless={[useWhyNot('consultations.draft')]} onClick={() => setWriting(true)}>{t('begin')}</ActButton>
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/contracts/${contract.id}`, label: t('toContract') }} action={question.data && question.data.length > 0 && !writing && begin}>
      {writing && <Draft contract={contract} close={<Button variant="subtle" onClick={() => setWriting(false)}>{parts('cancel')}</Button>} done={() => setWriting(false)} />}
      <Asked of={question}>
        {(list) => (list.length === 0 && !writing
          ? <Empty title={t('empty')} article="22" action={begin}>{t('emptyLead')}</Empty>
          : list.map((one) => <One key={one.id} consultation={one} />))}
      </Asked>
    </Page>
  )
}

function One({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const go = useNavigate()
  const { no, at, place, topic, cityAttendees, contractorAttendees, conclusion, agreed, state } = consultation
  return (
    <Block title={no}>
      <Facts wide of={[
        [t('state'), <Status key="state" look={state === 'agreed' ? 'good' : 'busy'}>{t(`states.${state}`)}</Status>], [t('at'), <When key="at" at={at} />], [t('place'), place], [t('topic'), topic], [t('cityAttendees'), cityAttendees], [t('contractorAttendees'), contractorAttendees],
        agreed === null || agreed.conclusion !== conclusion ? [t('proposed'), conclusion] : false,
        agreed ? [t('conclusion'), agreed.conclusion] : false, agreed ? [t('agreed'), <><OnDay day={agreed.on} />　{agreed.toldBy}　{agreed.cityRef}</>] : false,
      ]} />
      <div className="carry-more">
        {state === 'drafted' && <Folded label={t('agreeBegin')}>{(close) => <Agree consultation={consultation} close={close} />}</Folded>}
        <Button variant="subtle" onClick={() => void go({ to: '/documents/new' })}>{t('issue')}</Button>
      </div>
    </Block>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Medium } from '../../core/media/medium.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { dismiss, useJob } from '../jobs/jobs.ts'
import { JobsHere } from '../jobs/jobs-here.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { Bytes, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { ScanHistory } from '../viruses/scan-history.tsx'
import { useTerm } from '../words/terms.ts'
import { BringBack } from './bring-back.tsx'
import { CheckMedium, scanKey } from './check-medium.tsx'
import { MediumFate } from './medium-fate.tsx'
import { PrintLabels } from './print-labels.tsx'
import { RegisterMedium } from './register-medium.tsx'

const looks: Record<Medium['state'], StatusLook> = { 登録: 'calm', 保管: 'good', 使用中: 'busy', 持出中: 'busy', 送付中: 'busy', 返却済: 'calm', 消去予定: 'warn', 消去済: 'calm', 廃棄予定: 'warn', 廃棄済: 'calm', 故障: 'bad', 紛失: 'bad' }

/** 媒体管理簿 (Art. 11(5)). */
export function Media() {
  const { t } = useTranslation('media')
  const term = useTerm()
  const question = useQuery(questions.media)
  const go = useNavigate()
  const [registering, setRegistering] = useState(false)
  const register = <ActButton unless={[useWhyNot('media.register')]} onClick={() => setRegistering(true)}>{t('register')}</ActButton>
  const columns: Column<Medium>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (m) => m.no, text: (m) => m.no },
    { key: 'state', whole: true, head: t('state'), cell: (m) => <Status look={looks[m.state]}>{term(m.state)}</Status>, text: (m) => m.state },
    { key: 'type', whole: true, head: t('type'), cell: (m) => term(m.type), text: (m) => `${m.type} ${m.maker} ${m.model}` },
    { key: 'serial', head: t('serial'), cell: (m) => <span className="code may-break">{m.serial}</span>, text: (m) => m.serial },
    { key: 'capacity', head: t('capacityHead'), number: true, cell: (m) => (m.capacityBytes === null ? '—' : <Bytes of={m.capacityBytes} />) },
    { key: 'owner', head: t('owner'), cell: (m) => t(m.owner === '甲' ? 'ownerCity' : 'ownerContractor'), text: (m) => `${m.owner} ${m.ownerNo}` },
    { key: 'place', head: t('storagePlace'), cell: (m) => m.storagePlace, text: (m) => `${m.storagePlace} ${m.keyHolder}` },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && register}>
      <JobsHere of={['scan ']} />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="11(5)" action={register}>{t('emptyLead')}</Empty>
          : <Table name={t('table')} rows={list} columns={columns} rowKey={({ no }) => no} rowName={({ no }) => no} panel={(medium) => <OneMedium medium={medium} />} tools={<Button variant="subtle" onClick={() => void go({ to: '/media/stock' })}>{t('stockBegin')}</Button>} />)}
      </Asked>
      <RegisterMedium opened={registering} onClose={() => setRegistering(false)} />
    </Page>
  )
}

function OneMedium({ medium }: { medium: Medium }) {
  const { t } = useTranslation('media')
  const key = scanKey(medium)
  const scan = useJob(key)
  const [doing, begin] = useState<'check' | null>(scan ? 'check' : null)
  // How it ended was read here; the page need not say it again.
  useEffect(() => () => dismiss(key), [key])
  const term = useTerm()
  return (
    <>
      <Facts of={[
        [t('state'), term(medium.state)], [t('type'), term(medium.type)], [t('maker'), medium.maker], [t('model'), medium.model], [t('serial'), <span key="s" className="code">{medium.serial}</span>],
        [t('capacityHead'), medium.capacityBytes === null ? null : <Bytes key="c" of={medium.capacityBytes} />],
        [t('owner'), `${t(medium.owner === '甲' ? 'ownerCity' : 'ownerContractor')}${medium.ownerNo && `　${medium.ownerNo}`}`],
        [t('storagePlace'), medium.storagePlace], [t('lockType'), medium.lockType], [t('keyHolder'), medium.keyHolder], [t('registeredAt'), <When key="at" at={medium.registeredAt} />],
      ]} />
      {medium.state === '送付中' && <BringBack medium={medium} />}
      {doing === 'check' ? <CheckMedium medium={medium} /> : <MediumFate medium={medium} onCheck={() => begin('check')} />}
      <PrintLabels media={[medium]} />
      <ScanHistory medium={medium.no} />
      <History of={[medium.no]} />
    </>
  )
}

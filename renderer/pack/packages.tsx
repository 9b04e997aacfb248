import { useQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Package } from '../../core/packages/package.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { JobsHere } from '../jobs/jobs-here.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Bytes, When } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { sayNumber } from '../words/figures.ts'
import { OnePackage } from './one-package.tsx'

const looks: Record<Package['state'], StatusLook> = { sealing: 'busy', verified: 'good', abandoned: 'calm', left: 'calm' }

/** 梱包: what is sealed, verified, and what has left. */
export function Packages() {
  const { t } = useTranslation('pack')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('pack')
  const go = useNavigate()
  const question = useQuery(questions.packages(contract.id))
  const { open, medium } = useSearch({ from: '/pack' })
  const begin = <ActButton unless={[useWhyNot('packages.seal')]} onClick={() => void go({ to: '/pack/new' })}>{t('begin')}</ActButton>
  const columns: Column<Package>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (p) => p.no, text: (p) => `${p.no} ${p.fileName}` },
    { key: 'state', whole: true, head: t('state'), cell: (p) => <Status look={looks[p.state]}>{t(`states.${p.state}`)}</Status>, text: (p) => t(`states.${p.state}`) },
    { key: 'sealedAt', head: t('sealedAt'), cell: (p) => <When at={p.sealedAt} /> },
    { key: 'files', head: t('files'), number: true, cell: (p) => sayNumber(p.fileCount) },
    { key: 'size', head: t('size'), number: true, cell: (p) => <Bytes of={p.bytes} /> },
    { key: 'path', head: t('path'), cell: (p) => <span className="code">{p.path}</span>, text: (p) => p.path, extra: true },
    { key: 'next', whole: true, head: t('nextHead'), cell: (p) => p.state === 'verified' && <Button variant="default" onClick={(event) => { event.stopPropagation(); void go({ to: '/send/new', search: { package: p.id } }) }}>{t('toSend')}</Button> },
  ]
  const chips: Chip<Package>[] = (['verified', 'left'] as const).map((state) => ({ key: state, label: t(`chips.${state}`), test: (p) => p.state === state }))
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && begin}>
      <JobsHere of={['write ', 'verify-package ']} />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="11(3)" action={begin}>{t('emptyLead')}</Empty>
          : <Table name={t('table')} rows={[...list].reverse()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} opens={open} panel={(one) => <OnePackage of={one} sendingOn={one.id === open ? (medium ?? null) : null} />} />)}
      </Asked>
    </Page>
  )
}

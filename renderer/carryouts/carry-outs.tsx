import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { AlarmSetting } from './alarm-setting.tsx'
import { OutNow } from './out-now.tsx'
import { standing, looks } from './standing.ts'

/** 持出 (Art. 11(2)): what is out now with its clock, and every carry-out there was. */
export function CarryOuts() {
  const { t } = useTranslation('carryouts')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

const isOpen = ({ state }: CarryOut): boolean => ['applied', 'approved', 'permitted', 'out', 'back'].includes(state)

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('carryouts')
  const go = useNavigate()
  const name = usePersonName()
  const question = useQuery(questions.carryOuts(contract.id))
  const begin = <ActButton unless={[useWhyNot('carryOuts.apply')]} onClick={() => void go({ to: '/carry-outs/new' })}>{t('begin')}</ActButton>
  const open = (id: string): void => void go({ to: '/carry-outs/$id', params: { id } })
  const columns: Column<CarryOut>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (c) => <span className="strong">{c.no}</span>, text: (c) => c.no },
    { key: 'content', head: t('content'), cell: (c) => <>{c.content}<br /><span className="small soft whole">{c.medium ?? t('kinds.document')}</span></>, text: (c) => `${c.content} ${c.medium ?? ''}` },
    { key: 'destination', head: t('destination'), cell: (c) => c.destination, text: (c) => c.destination },
    { key: 'carriers', head: t('carriers'), cell: (c) => (c.out?.persons ?? c.persons).map(name).join('、'), text: (c) => c.persons.map(name).join(' ') },
    { key: 'due', head: t('dueAt'), cell: (c) => <When at={c.dueAt} /> },
    { key: 'state', whole: true, head: t('state'), cell: (c) => <Status look={looks[standing(c)]}>{t(`states.${standing(c)}`)}</Status>, text: (c) => t(`states.${standing(c)}`) },
    { key: 'open', whole: true, head: t('next'), cell: (c) => <Button variant={isOpen(c) ? 'default' : 'subtle'} aria-label={t('openNamed', { no: c.no })} onClick={() => open(c.id)}>{t('open')}</Button> },
  ]
  const chips: Chip<CarryOut>[] = [{ key: 'open', label: t('chips.open'), test: isOpen }, { key: 'out', label: t('chips.out'), test: (c) => c.state === 'out' }, { key: 'done', label: t('chips.done'), test: (c) => !isOpen(c) }]
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="11(2)" action={begin}>{t('emptyLead')}</Empty>
          : (
            <>
              <Block title={t('outNow')}><OutNow list={list} onOpen={open} /></Block>
              <Block title={t('table')}><Table name={t('table')} rows={list.toReversed()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} /></Block>
              <AlarmSetting contract={contract} />
            </>
          ))}
      </Asked>
    </Page>
  )
}

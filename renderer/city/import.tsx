import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { Asked } from '../parts/asked.tsx'
import { Drop } from '../parts/drop.tsx'
import { Empty } from '../parts/empty.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { HandOn } from '../documents/hand-on.tsx'
import { ImportedTable } from './imported-table.tsx'
import { PaperCode } from './paper-code.tsx'
import { Results, type Imported } from './results.tsx'
import { Runs } from './runs.tsx'
import './city.css'

/** 取込: drop what came, read the verdicts, and see what was taken in. */
export function Import() {
  const { t } = useTranslation('city')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

const KEY = 'city import'

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('city')
  const mayNot = useWhyNot('city.import')
  const [{ cityReceiptNo }, change] = useKept('import', () => ({ cityReceiptNo: '' }))
  const job = useJob<Imported[]>(KEY)
  const imported = useQuery(questions.imported(contract.id))
  const onPaths = (paths: string[]): void => {
    const typed = cityReceiptNo.trim()
    begin({
      key: KEY, title: t('jobTitle'), cancelMeans: t('jobCancel'), leadsTo: '/import',
      run: (options) => desk.city.import({ paths, cityReceiptNo: typed === '' ? null : typed, contractId: contract.id }, options),
    })
    // A number stands on one submission: the next one has its own.
    change({ cityReceiptNo: '' })
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      {contract.counterpartKey === null && <div className="lifted"><Notice look="warning" title={t('noKey')}><Link to="/contracts/$id" params={{ id: contract.id }}>{t('toContract')}</Link></Notice></div>}
      {mayNot === null ? (
        <>
          <div className="import-no"><TextInput label={t('cityReceiptNo')} description={t('cityReceiptNoWhy')} value={cityReceiptNo} onChange={(event) => change({ cityReceiptNo: event.currentTarget.value })} /></div>
          {job && isUnderWay(job) ? <Progress job={job} /> : <Drop title={t('drop')} onPaths={onPaths} />}
        </>
      ) : <Notice title={mayNot} />}
      <div className="spaced"><Trouble of={job?.error} /></div>
      {job?.result && <Block title={t('results')}><Results of={job.result} /></Block>}
      {mayNot === null && <Block title={t('paper')} lead={t('paperLead')}><PaperCode contract={contract} /></Block>}
      <Block title={t('imported')}>
        <Asked of={imported}>
          {(list) => (list.length === 0 ? <Empty title={t('none')} article="14">{t('noneLead')}</Empty> : <ImportedTable list={[...list].reverse()} />)}
        </Asked>
      </Block>
      <Block title={t('runs')} lead={t('runsLead')}><Runs /></Block>
      {(imported.data?.length ?? 0) > 0 && <HandOn contract={contract} />}
    </Page>
  )
}

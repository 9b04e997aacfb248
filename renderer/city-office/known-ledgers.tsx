import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type KnownLedger, type LedgerContradiction, type SeenCheckpoint, standing, undecided, type WitnessedLedger } from '../../core/city/witnessed.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Drop } from '../parts/drop.tsx'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber } from '../words/figures.ts'
import { LostNothing, Restoring } from './restoring.tsx'
import './city-office.css'

/** 受託者の台帳 (evidence §8): what its documents have shown of it, and what a cut or a fork means. */
export function KnownLedgers() {
  const { t } = useTranslation('cityOffice')
  return <WithContract title={t('ledgers')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const [proved, setProved] = useState<WitnessedLedger | null>(null)
  const prove = useCommand(desk.cityOffice.proveLedger)
  const mayNot = useWhyNot('cityOffice.proveLedger')
  const onProof = ([path]: string[]): void => { if (path !== undefined) { setProved(null); prove.run({ contractId: contract.id, path }, setProved) } }
  return (
    <Page title={t('ledgers')} lead={t('ledgersLead')}>
      <Asked of={useQuery(questions.ledgersKnown(contract.id))}>
        {(list) => (list.length === 0 ? <Empty title={t('ledgersEmpty')} article="17">{t('ledgersEmptyLead')}</Empty> : (
          <>
            {list.flatMap((known) => known.restorings.filter((one) => one.gone.length > 0).map((one) => <Restoring key={`${known.origin} ${one.id}`} of={one} contractId={contract.id} />))}
            {list.flatMap((known) => standing(known, known.restorings).map((one) => <Contradiction key={`${known.origin} ${one.size} ${one.root}`} of={one} />))}
            <Block title={t('proved')} lead={t('proofWhy')}>
              {mayNot === null ? <Drop title={t('proofDrop')} folders={false} busy={prove.busy} onPaths={onProof} /> : <Notice title={mayNot} />}
              <div className="spaced"><Trouble of={prove.error} />{proved && (undecided(proved.restorings).length > 0 ? <Notice look="warning" title={t('proofOfRestoring')} /> : <Notice look="good" title={t('proofGood', { count: proved.checkpoints.length })} />)}</div>
            </Block>
            {list.map((known) => (
              <Block key={known.origin} title={known.organisation}>
                {known.restorings.filter(({ gone }) => gone.length === 0).map((one) => <LostNothing key={one.id} of={one} />)}
                <Checkpoints known={known} />
              </Block>
            ))}
          </>
        ))}
      </Asked>
    </Page>
  )
}

/** In plain words what cannot be, what it means, and what one does now. */
function Contradiction({ of: { kind, docNo, size, root, known, at } }: { of: LedgerContradiction }) {
  const { t } = useTranslation('cityOffice')
  const title = kind === 'FORK' ? t('forkTitle') : t('rollbackTitle')
  return (
    <section className="ledger-warning" role="alert" aria-label={title}>
      <h2>{title}</h2>
      <p>{kind === 'FORK' ? t('forkMeans') : t('rollbackMeans')}</p>
      <Facts wide of={[
        [t('known'), <span key="k">{known.docNo}　{t('entries', { count: known.size })}　<Hash of={known.root} /></span>], [t('shown'), <span key="s">{docNo || t('proved')}　{t('entries', { count: size })}　<Hash of={root} /></span>], [t('seenAt'), <When key="at" at={at} />],
      ]} />
      <p className="strong spaced">{t('whatToDo')}　<ArticleChip article="17" /></p>
      <ol>{([1, 2, 3, 4] as const).map((n) => <li key={n}>{t(`todo${n}`)}</li>)}</ol>
    </section>
  )
}

function Checkpoints({ known }: { known: KnownLedger }) {
  const { t } = useTranslation('cityOffice')
  const word = ({ proved }: SeenCheckpoint): string => (proved ? t('provedYes') : t('provedNo'))
  const columns: Column<SeenCheckpoint>[] = [
    { key: 'size', number: true, head: t('size_'), cell: (c) => sayNumber(c.size), text: (c) => String(c.size) },
    { key: 'docNo', whole: true, head: t('fromDocument'), cell: (c) => c.docNo || '—', text: (c) => c.docNo },
    { key: 'proved', whole: true, head: t('proved'), cell: (c) => <Status look={c.proved ? 'good' : 'warn'}>{word(c)}</Status>, text: word },
    { key: 'root', head: t('root'), cell: (c) => <Hash of={c.root} />, text: (c) => c.root },
    { key: 'seenAt', head: t('seenAt'), cell: (c) => <When at={c.seenAt} /> },
  ]
  return <Table name={known.organisation} rows={[...known.checkpoints].reverse()} columns={columns} rowKey={({ size }) => String(size)} rowName={({ size }) => String(size)} />
}

import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { IssuedCard } from '../documents/issued-card.tsx'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { resultLooks, WipeFacts } from './wipe-facts.tsx'

/** 証明書 (Art. 15⑤): what passed is certified, what did not is reported as what it was. */
export function Certify({ contract, wipes }: { contract: ContractOfWork; wipes: readonly Wipe[] }) {
  const { t } = useTranslation('wipes')
  const issued = useQuery(questions.receipts(contract.id)).data?.filter(({ docNo }) => wipes.some(({ certificateNo }) => certificateNo === docNo)) ?? []
  const waiting = wipes.filter(({ state, certificateNo }) => state === 'verified' && certificateNo === null)
  return (
    <>
      <p className="notice-line soft"><span>{t('certifyLead')}</span><ArticleChip article="15⑤" /></p>
      {issued.map((document) => <IssuedCard key={document.id} document={document} />)}
      {waiting.length === 0 && issued.length === 0 && <Notice title={t('certifyNothing')} />}
      {waiting.length > 0 && <Choose key={waiting.map(({ id }) => id).join()} wipes={waiting} />}
    </>
  )
}

function Choose({ wipes }: { wipes: readonly Wipe[] }) {
  const { t } = useTranslation('wipes')
  const [chosen, choose] = useState<readonly string[]>(wipes.length === 1 && wipes[0] ? [wipes[0].id] : [])
  const [sealNo, setSeal] = useState('')
  const [thirdPartyNo, setThird] = useState('')
  const certify = useCommand(desk.disposals.certify)
  const report = useCommand(desk.disposals.report)
  const mayNot = useWhyNot('disposals.certify')
  const picked = wipes.filter(({ id }) => chosen.includes(id))
  const passed = picked.every(({ result }) => result === '合格')
  const act = passed ? certify : report
  return (
    <>
      {wipes.map((wipe) => (
        <Block key={wipe.id} title={`${t('line', { no: wipe.targetNo })}　${wipe.medium ?? ''}`} action={wipe.result && <Status look={resultLooks[wipe.result]}>{t(`results.${wipe.result}`)}</Status>}>
          <Checkbox label={t('choose', { no: wipe.medium ?? '' })} checked={chosen.includes(wipe.id)} onChange={(event) => choose(event.currentTarget.checked ? [...chosen, wipe.id] : chosen.filter((id) => id !== wipe.id))} />
          <WipeFacts wipe={wipe} />
        </Block>
      ))}
      <div className="fields">
        <TextInput label={t('sealNo')} value={sealNo} onChange={(event) => setSeal(event.currentTarget.value)} />
        <TextInput label={t('thirdPartyNo')} value={thirdPartyNo} onChange={(event) => setThird(event.currentTarget.value)} />
      </div>
      <div className="spaced"><Trouble of={act.error} /></div>
      <div className="acts"><ActButton loading={act.busy} unless={[mayNot, picked.length === 0 && t('needChoice')]} onClick={() => act.run({ wipeIds: picked.map(({ id }) => id), sealNo, thirdPartyNo })}>{t(passed ? 'certify' : 'report')}</ActButton></div>
    </>
  )
}

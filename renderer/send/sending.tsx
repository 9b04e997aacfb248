import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { useTakeUp } from '../frame/take-up.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { OneMail } from './one-mail.tsx'
import { OneParcel } from './one-parcel.tsx'

/** One sending, parcel or e-mail, at the step it has reached. */
export function Sending() {
  const { t } = useTranslation('send')
  const { id } = useParams({ from: '/send/$id' })
  useTakeUp('mailings', id)
  useTakeUp('mails', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const parcel = useQuery(questions.mailings(contract.id)).data?.find((one) => one.id === id)
  const mail = useQuery(questions.mails(contract.id)).data?.find((one) => one.id === id)
  if (parcel) return <OneParcel parcel={parcel} />
  if (mail) return <OneMail mail={mail} />
  return null
}

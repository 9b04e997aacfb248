import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { useTakeUp } from '../frame/take-up.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { useId } from '../frame/use-id.ts'
import { OneMail } from './one-mail.tsx'
import { OneParcel } from './one-parcel.tsx'

/** One sending, parcel or e-mail, at the step it has reached. */
export function Sending(): ReactNode {
  const { t } = useTranslation('send')
  const id = useId()
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

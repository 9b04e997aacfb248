import type { Sentences } from './sentences.ts'

/** Contracts that the city cancelled (Art. 19). `part`: what of it, '' where all of it is. */
export interface CancellationObjections {
  'contract-cancelled': { contractNo: string; cityRef: string; part: string }
  'cancellation-without-reason': Record<never, never>
  'cancelled-part-unsaid': Record<never, never>
  'cancellation-known': { cityRef: string }
  'contract-cancelled-already': { contractNo: string; cityRef: string }
}

export const cancellations: Sentences<CancellationObjections> = {
  ja: {
    'contract-cancelled': ({ contractNo, cityRef, part }) => `契約${contractNo}は${part === '' ? '' : `一部（${part}）が`}解除されています（通知${cityRef}）。新たな取扱いはできません。預かった情報は「精算」から返却するか、「消去・廃棄」で消去・廃棄してください。市が解除を取り消したときは、契約の画面で記録してください。`,
    'cancellation-without-reason': () => '解除の理由を、通知のとおりに書いてください。',
    'cancelled-part-unsaid': () => '解除された一部が何かを書き、対象の受渡しを選ぶか、「新たな受領・再委託も止める」を選んでください。',
    'cancellation-known': ({ cityRef }) => `通知${cityRef}は記録済みです。契約の画面で確かめてください。`,
    'contract-cancelled-already': ({ contractNo, cityRef }) => `契約${contractNo}は全部が解除されています（通知${cityRef}）。内容が変わったときは、市の番号で取消しを記録してから、新しい通知を記録してください。`,
  },
  en: {
    'contract-cancelled': ({ contractNo, cityRef, part }) => `${part === '' ? `Contract ${contractNo} is` : `A part of contract ${contractNo} (${part}) is`} cancelled (notice ${cityRef}): nothing new may be handled. Return what was entrusted under Settlement, or erase and dispose of it under Disposal. If the city takes the cancellation back, record that on the contract’s page.`,
    'cancellation-without-reason': () => 'Say why it was cancelled, as the notice says.',
    'cancelled-part-unsaid': () => 'Say which part is cancelled, and choose its hand-overs or that nothing new may begin.',
    'cancellation-known': ({ cityRef }) => `Notice ${cityRef} is recorded already. Look at the contract’s page.`,
    'contract-cancelled-already': ({ contractNo, cityRef }) => `All of contract ${contractNo} is cancelled already (notice ${cityRef}). If that changed, record the withdrawal by the city’s number first.`,
  },
}

import { sayOpen } from '../settlement.ts'
import type { Sentences } from './sentences.ts'

/** Settlement (Art. 15①). */
export interface SettlementObjections {
  'item-settled': { name: string }
  'nothing-handed-back': Record<never, never>
  'not-arrived-yet': { no: string }
  'item-not-in-there': { name: string; no: string }
  'information-left': { count: number; open: string }
  'typed-contract-differs': { contractNo: string }
}

export const settlement: Sentences<SettlementObjections> = {
  ja: {
    'item-settled': ({ name }) => `預り情報「${name}」は、既に返却・納品・消去又は廃棄が済んでいます。精算の表で状態を確かめてください。`,
    'nothing-handed-back': () => '返却するものが選ばれていません。預り情報又は甲の媒体を選んでください。',
    'not-arrived-yet': ({ no }) => `${no} は、まだ相手に届いた記録がありません。到着又は受領を記録してから、納品としてください。`,
    'item-not-in-there': ({ name, no }) => `預り情報「${name}」は、${no} の梱包に入っていません。入っていた送付を選ぶか、手渡しとして記録してください。`,
    'information-left': ({ count, open }) => `残存情報があります（${count}件：${sayOpen(open, 0)}）。精算の表で一つずつ片付けてから、業務を終えてください。`,
    'typed-contract-differs': ({ contractNo }) => `入力した契約番号が、この契約（${contractNo}）と一致しません。契約番号をそのまま入力してください。`,
  },
  en: {
    'item-settled': ({ name }) => `The item “${name}” has been returned, delivered, erased or disposed of already. Look at its state in the settlement.`,
    'nothing-handed-back': () => 'Nothing was chosen to be returned. Choose entrusted items or a medium of the city.',
    'not-arrived-yet': ({ no }) => `${no} has no record yet of having arrived. Record the arrival first, then the delivery.`,
    'item-not-in-there': ({ name, no }) => `The item “${name}” was in no package of ${no}. Choose the mailing that carried it, or record a delivery in person.`,
    'information-left': ({ count, open }) => `Information is left (${count}: ${sayOpen(open, 1)}). Settle each in the table of the settlement, then close the contract.`,
    'typed-contract-differs': ({ contractNo }) => `The number that was typed is not that of this contract (${contractNo}). Type the number of the contract as it is.`,
  },
}

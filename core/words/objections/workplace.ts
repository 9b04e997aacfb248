import type { Sentences } from './sentences.ts'

/** Work locations, devices and the start of work (Art. 3, 5, 6, 11(10), 18②). */
export interface WorkplaceObjections {
  'no-place-in-force': { contractNo: string }
  'place-submitted-too-late': { place: string; useFrom: string; on: string }
  'place-changed-already': { place: string }
  'place-retired': { place: string }
  'place-not-submitted': { place: string }
  'place-not-usable': { place: string }
  'place-not-said': { device: string }
  'place-not-in-force': { contractNo: string; device: string }
  'device-without-place': Record<never, never>
  'device-retired': { device: string }
  'device-not-portable': { device: string }
  'device-missing': { contractNo: string }
  'device-not-checked': { device: string }
  'device-check-failed': { device: string; check: string }
  'machine-registered-already': { machine: string; device: string }
  'machine-not-registered': { machine: string }
  'work-not-started': { contractNo: string }
  'work-started-already': { contractNo: string }
  'supervisor-missing': Record<never, never>
  'nobody-may-handle': Record<never, never>
  'demarcation-missing': { contractNo: string }
  'emergency-plan-missing': { contractNo: string }
  'filing-not-submitted': { form: string; requestedBy: string }
}

export const workplace: Sentences<WorkplaceObjections> = {
  ja: {
    'no-place-in-force': ({ contractNo }) => `契約「${contractNo}」で使える作業場所がありません。「作業場所」で登録してください。甲から届出の求めがあるときは、作業場所届出書の提出も記録してください。`,
    'place-submitted-too-late': ({ place, useFrom, on }) => `作業場所「${place}」は${useFrom}からの変更ですが、提出日が${on}です。変更は事前に届け出る必要があります。使用開始日を提出日より後の日に改めてください。`,
    'place-changed-already': ({ place }) => `この作業場所の変更は「${place}」として既に登録されています。そちらを使うか、廃止してから登録し直してください。`,
    'place-retired': ({ place }) => `作業場所「${place}」は廃止されています。使うときは、新しく登録してください。`,
    'place-not-submitted': ({ place }) => `作業場所「${place}」の届出書がまだ提出されていません。提出を記録してから、甲の回答を記録してください。`,
    'place-not-usable': ({ place }) => `作業場所「${place}」は、今は使えません。使用期間・届出・甲の回答を「作業場所」で確かめてください。`,
    'place-not-said': ({ device }) => `機器「${device}」は持ち運ぶ機器です。今いる作業場所を選んでから、情報を取り扱ってください。`,
    'place-not-in-force': ({ contractNo, device }) => `届出されていない作業場所です。機器「${device}」は、契約「${contractNo}」の有効な作業場所にありません。「作業場所」と「機器」の登録を確かめてください。`,
    'device-without-place': () => '機器を置く作業場所を選んでください。持ち運ぶ機器のときは「持ち運ぶ」を選んでください。',
    'device-retired': ({ device }) => `機器「${device}」は使用を終えています。使うときは、新しく登録してください。`,
    'device-not-portable': ({ device }) => `機器「${device}」は置き場所が決まっています。移したときは「機器」で設置場所を改めてください。`,
    'device-missing': ({ contractNo }) => `契約「${contractNo}」で使う機器が登録されていません。「機器」で登録し、点検してください。`,
    'device-not-checked': ({ device }) => `着手前の点検が未了です（機器「${device}」）。「機器」で点検を行ってください。`,
    'device-check-failed': ({ device, check }) => `機器「${device}」の点検（${check}）が不適合です。指摘を直して、もう一度点検してください。`,
    'machine-registered-already': ({ machine, device }) => `この端末（${machine}）は、機器「${device}」として既に登録されています。そちらを使ってください。`,
    'machine-not-registered': ({ machine }) => `この端末（${machine}）は、業務で使う機器として登録されていません。「機器」で登録し、点検してください。`,
    'work-not-started': ({ contractNo }) => contractNo === '' ? '業務に着手した契約がありません。「契約」で着手前の確認を済ませ、着手してください。' : `契約「${contractNo}」は業務に着手していません。「契約」で着手前の確認を済ませ、着手してください。`,
    'work-started-already': ({ contractNo }) => `契約「${contractNo}」は既に業務に着手しています。`,
    'supervisor-missing': () => '従事できる作業責任者がいません。「人と場所」で作業責任者を登録し、教育と誓約書を記録してください。',
    'nobody-may-handle': () => '教育と誓約書の済んだ従事者がいません。「人と場所」で教育と誓約書を記録してください。',
    'demarcation-missing': ({ contractNo }) => `契約「${contractNo}」は情報システムの運用・保守等の業務です。着手の前に、甲と合意した責任分界点を登録してください。`,
    'emergency-plan-missing': ({ contractNo }) => `契約「${contractNo}」の緊急時対応計画が登録されていません。計画のファイルと緊急連絡先を登録してください。`,
    'filing-not-submitted': ({ form, requestedBy }) => `甲（${requestedBy} 様）から${form === 'F-01' ? '作業責任者・連絡体制届出書' : '作業場所届出書'}（${form}）の求めがあり、まだ提出されていません。提出してから着手してください。`,
  },
  en: {
    'no-place-in-force': ({ contractNo }) => `There is no work location in force for contract "${contractNo}". Register one under Work locations, and record that F-05 was handed in where the city asked for it.`,
    'place-submitted-too-late': ({ place, useFrom, on }) => `"${place}" changes on ${useFrom}, and the notice is dated ${on}. A change is notified beforehand: choose a first day of use after the day of the notice.`,
    'place-changed-already': ({ place }) => `This place has been changed into "${place}" already. Use that one, or retire it first.`,
    'place-retired': ({ place }) => `"${place}" has been retired. Register it anew to use it.`,
    'place-not-submitted': ({ place }) => `The filing of "${place}" has not been handed in. Record that first, then the city's answer.`,
    'place-not-usable': ({ place }) => `"${place}" cannot be used now. Look at its period, its filing and the city's answer under Work locations.`,
    'place-not-said': ({ device }) => `"${device}" is carried about. Choose the work location where you are before you handle information.`,
    'place-not-in-force': ({ contractNo, device }) => `This is no registered work location: "${device}" stands at no place in force for contract "${contractNo}". Look at Work locations and Devices.`,
    'device-without-place': () => 'Choose the work location where the device stands, or say that it is carried about.',
    'device-retired': ({ device }) => `"${device}" is out of use. Register it anew to use it.`,
    'device-not-portable': ({ device }) => `"${device}" has a fixed place. Where it has moved, change its place under Devices.`,
    'device-missing': ({ contractNo }) => `No device is registered for contract "${contractNo}". Register and check one under Devices.`,
    'device-not-checked': ({ device }) => `"${device}" has not been checked. Check it under Devices before work starts.`,
    'device-check-failed': ({ device, check }) => `"${device}" did not pass its check (${check}). Put right what was found, and check it again.`,
    'machine-registered-already': ({ machine, device }) => `This machine (${machine}) is registered as "${device}" already. Use that one.`,
    'machine-not-registered': ({ machine }) => `This machine (${machine}) is not registered for the work. Register and check it under Devices.`,
    'work-not-started': ({ contractNo }) => contractNo === '' ? 'Work has not started on any contract. Finish the checklist under Contracts and start.' : `Work on contract "${contractNo}" has not started. Finish the checklist under Contracts and start.`,
    'work-started-already': ({ contractNo }) => `Work on contract "${contractNo}" has started already.`,
    'supervisor-missing': () => 'There is no supervisor who may do the work. Register one under People, with education and pledge.',
    'nobody-may-handle': () => 'Nobody has been educated and pledged. Record both under People.',
    'demarcation-missing': ({ contractNo }) => `Contract "${contractNo}" is for operating a system. Enter the demarcation of duties agreed with the city before work starts.`,
    'emergency-plan-missing': ({ contractNo }) => `Contract "${contractNo}" has no emergency plan. Register the plan's file and the emergency contacts.`,
    'filing-not-submitted': ({ form, requestedBy }) => `The city (${requestedBy}) asked for ${form}, which has not been handed in. Hand it in before work starts.`,
  },
}

import type { Sentences } from './sentences.ts'

/** Carrying out (Art. 11(2)). */
export interface CarryOutObjections {
  'papers-unprotected': Record<never, never>
  'carry-out-of-plain': Record<never, never>
  'carry-out-period-over': { due: string }
  'carry-out-too-early': { from: string }
  'carry-out-not-approved': { no: string }
  'city-approval-missing': { no: string }
  'city-person-missing': Record<never, never>
  'carrier-cannot-approve': { person: string; no: string }
  'carrier-not-approved': { person: string; no: string }
  'carrier-cannot-confirm': { person: string }
  'package-not-applied-for': { names: string; count: number }
  'erasure-unexplained': Record<never, never>
  'erasure-recorded': { no: string }
  'quantity-differs': { out: number; back: number }
  'medium-not-back': { no: string }
  'storage-place-missing': Record<never, never>
}

export const carryouts: Sentences<CarryOutObjections> = {
  ja: {
    'papers-unprotected': () => '紙は暗号化できません。施錠できるかばんに入れるなど、運ぶ間の守り方を入力してください。',
    'carry-out-of-plain': () => '暗号化されていないものは持ち出せません。梱包して封をし、この媒体に書き込んでから申請してください。',
    'carry-out-period-over': ({ due }) => `返却期限（${due}）を過ぎています。期限を改めて申請し直してください。`,
    'carry-out-too-early': ({ from }) => `承認された持出は${from}からです。その日になってから持ち出してください。`,
    'carry-out-not-approved': ({ no }) => `${no}には作業責任者の承認がないため持ち出せません。作業責任者に承認を依頼してください。`,
    'city-approval-missing': ({ no }) => `${no}には甲の承認番号がないため持ち出せません。甲の承認を得て、承認番号を記録してください。`,
    'city-person-missing': () => '甲のどなたから聞いたかを入力してください。',
    'carrier-cannot-approve': ({ person, no }) => `${person}さんは${no}を持ち出す人のため、承認できません。ほかの作業責任者が承認してください。`,
    'carrier-not-approved': ({ person, no }) => `${person}さんは${no}の持ち出す人として承認されていません。承認された人が持ち出すか、申請し直してください。`,
    'carrier-cannot-confirm': ({ person }) => `${person}さんは持ち出した人のため、返却を確認できません。持ち出していない方が確認してください。`,
    'package-not-applied-for': ({ names, count }) => `申請していない梱包が媒体に入っています（${count}件：${names}）。媒体から取り除くか、含めて申請し直してください。`,
    'erasure-unexplained': () => '搬送先で消去するものがない理由を入力してください。',
    'erasure-recorded': ({ no }) => `${no}の搬送先での消去は、既に記録されています。`,
    'quantity-differs': ({ out, back }) => `持ち出した数（${out}）と返却された数（${back}）が違います。数え直すか、違う理由を入力してください。見つからないときは紛失として記録してください。`,
    'medium-not-back': ({ no }) => `媒体${no}が戻っていません。見つからないときは紛失として記録してください。`,
    'storage-place-missing': () => '施錠して保管する場所を入力してください。',
  },
  en: {
    'papers-unprotected': () => 'Paper cannot be encrypted. Say how it is kept shut on the way, such as in a locked bag.',
    'carry-out-of-plain': () => 'Nothing plain may be carried out. Seal it into a package and write that onto the medium first.',
    'carry-out-period-over': ({ due }) => `The due time (${due}) has passed. Apply again with another one.`,
    'carry-out-too-early': ({ from }) => `It was approved from ${from}. Carry it out on that day.`,
    'carry-out-not-approved': ({ no }) => `${no} has no approval of the supervisor. Ask for it first.`,
    'city-approval-missing': ({ no }) => `${no} has no approval number of the city. Get the city's approval and record its number.`,
    'city-person-missing': () => 'Say who at the city told it.',
    'carrier-cannot-approve': ({ person, no }) => `${person} carries ${no} and cannot approve it. Another supervisor has to.`,
    'carrier-not-approved': ({ person, no }) => `${person} was not approved as a carrier of ${no}. Those who were carry it, or apply again.`,
    'carrier-cannot-confirm': ({ person }) => `${person} carried it and cannot confirm the return. Somebody else has to.`,
    'package-not-applied-for': ({ names, count }) => `Packages that were not applied for lie on the medium (${count}: ${names}). Remove them, or apply again with them.`,
    'erasure-unexplained': () => 'Say why there is nothing to be erased at the destination.',
    'erasure-recorded': ({ no }) => `The erasure at the destination of ${no} is recorded already.`,
    'quantity-differs': ({ out, back }) => `${out} went out and ${back} came back. Count again, say why they differ, or report a loss.`,
    'medium-not-back': ({ no }) => `The medium ${no} is not back. If it cannot be found, report it as lost.`,
    'storage-place-missing': () => 'Say where it is locked away.',
  },
}

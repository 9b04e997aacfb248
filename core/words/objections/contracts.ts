import type { Role } from '../../people/person.ts'
import { roleWords } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** Contracts, who answers for what, and by which specification (Art. 1, 3①, 4, 5①③, 21). */
export interface ContractObjections {
  'no-supervisor-appointed': { contractNo: string; day: string }
  'supervisor-by-change': { person: string }
  'person-lacks-role': { person: string; role: Role }
  'change-not-submitted': { effectiveOn: string }
  'change-not-beforehand': { effectiveOn: string; submittedOn: string }
  'specification-not-read': { person: string; version: string; contractNo: string }
  'specification-needs-city': { version: string }
  'specification-needs-contractor': { version: string }
  'specification-exists': { version: string }
  'specification-older': { version: string; day: string }
  'not-that-specification': { path: string; version: string }
  'contract-exists': { contractNo: string }
  'short-no-taken': { shortNo: string; contractNo: string }
  'contractor-missing': Record<never, never>
  'contract-closed': { contractNo: string }
  'contract-unknown': { id: string }
  'certification-missing': { day: string }
  'recipient-exists': { name: string }
  'recipient-unknown': { name: string }
  'key-notice-refused': { path: string; reason: string }
  'key-of-another': { organisation: string; expected: string }
  'fingerprint-differs': { organisation: string }
}

export const contracts: Sentences<ContractObjections> = {
  ja: {
    'no-supervisor-appointed': ({ contractNo, day }) => `契約「${contractNo}」に、${day}の時点で有効な作業責任者がいません。「契約」の体制で作業責任者を定めてください。`,
    'supervisor-by-change': ({ person }) => `作業責任者（${person}さん）は既に定められています。「作業責任者を変更する」から、変更日と理由を記録してください。`,
    'person-lacks-role': ({ person, role }) => `${person}さんには「${roleWords[role][0]}」の役割がありません。管理者が権限を変更してから定めてください。`,
    'change-not-submitted': ({ effectiveOn }) => `甲から届出の求めがあります。作業責任者の変更届を提出し、提出日を入力してください（変更日 ${effectiveOn}）。`,
    'change-not-beforehand': ({ effectiveOn, submittedOn }) => `変更は事前に届け出る必要があります（提出日 ${submittedOn}、変更日 ${effectiveOn}）。変更日を提出日より後にしてください。`,
    'specification-not-read': ({ person, version, contractNo }) => `${person}さんは、契約「${contractNo}」の最新の特記仕様書（${version}）を確認していません。「契約」の特記仕様書を読み、確認を記録してください。`,
    'specification-needs-city': ({ version }) => `特記仕様書 ${version} に対する甲の承認番号がありません。甲の承認を得て、番号を入力してください。`,
    'specification-needs-contractor': ({ version }) => `特記仕様書 ${version} に対する乙の承認がありません。記録する人とは別の管理者又は作業責任者が、IDとパスワードで承認してください。`,
    'specification-exists': ({ version }) => `特記仕様書の版「${version}」は既に登録されています。版の名前を確かめてください。`,
    'specification-older': ({ version, day }) => `版「${version}」が ${day} から適用されています。適用日をそれより後にしてください。`,
    'not-that-specification': ({ path, version }) => `${path} は、登録した特記仕様書 ${version} と内容（ハッシュ値）が違います。契約のときのファイルを選んでください。`,
    'contract-exists': ({ contractNo }) => `契約番号「${contractNo}」は既に登録されています。一覧から開いてください。`,
    'short-no-taken': ({ shortNo, contractNo }) => `文書番号に使う略号「${shortNo}」は、契約「${contractNo}」で使っています。別の略号にしてください。`,
    'contractor-missing': () => '受託者の名称を入力してください。公開鍵届と照らし合わせるために使います。',
    'contract-closed': ({ contractNo }) => `契約「${contractNo}」は終了しているため、新しい記録はできません。`,
    'contract-unknown': () => '契約が見つかりません。一覧から選び直してください。',
    'certification-missing': ({ day }) => `${day}に有効な認証（ISMS・プライバシーマーク等）が登録されていないため、最重要情報を受け取れません。「契約」で認証を登録してください。`,
    'recipient-exists': ({ name }) => `宛先「${name}」は既に登録されています。同姓同名のときは、部署を添えて登録してください。`,
    'recipient-unknown': ({ name }) => `宛先「${name}」は、この契約に登録されていません。「契約」で登録してください。`,
    'key-notice-refused': ({ path, reason }) => `公開鍵届（${path}）を受け入れられません（${reason}）。届け出た組織に、もう一度作ってもらってください。`,
    'key-of-another': ({ organisation, expected }) => `この公開鍵届は「${organisation}」のものです。この契約の相手方は「${expected}」です。届を取り違えていないか確かめてください。`,
    'fingerprint-differs': ({ organisation }) => `${organisation}の公開鍵届と、聞き取った指紋（確認のことば）が一致しません。登録せず、相手に電話で確かめてください。`,
  },
  en: {
    'no-supervisor-appointed': ({ contractNo, day }) => `Contract “${contractNo}” has no supervisor in force on ${day}. Appoint one on the contract's page.`,
    'supervisor-by-change': ({ person }) => `${person} is the supervisor already. Use “Change the supervisor”, with its day and reason.`,
    'person-lacks-role': ({ person, role }) => `${person} does not have the role of ${roleWords[role][1]}. The administrator has to give it first.`,
    'change-not-submitted': ({ effectiveOn }) => `The city has asked for this notice. Hand in the change of supervisor and enter the day (it is to take effect on ${effectiveOn}).`,
    'change-not-beforehand': ({ effectiveOn, submittedOn }) => `A change is handed in beforehand (handed in ${submittedOn}, effective ${effectiveOn}). Choose a later day for the change.`,
    'specification-not-read': ({ person, version, contractNo }) => `${person} has not read the specification in force (${version}) of contract “${contractNo}”. Read it on the contract's page and confirm it.`,
    'specification-needs-city': ({ version }) => `The city's approval of specification ${version} is missing. Enter its number.`,
    'specification-needs-contractor': ({ version }) => `Our own approval of specification ${version} is missing. Another administrator or supervisor approves it with ID and password.`,
    'specification-exists': ({ version }) => `There is an edition “${version}” already. Check its name.`,
    'specification-older': ({ version, day }) => `Edition “${version}” is in force from ${day}. The new one has to come later.`,
    'not-that-specification': ({ path, version }) => `${path} is not the specification ${version} that was registered (its hash differs). Choose the contract's own file.`,
    'contract-exists': ({ contractNo }) => `Contract “${contractNo}” is registered already. Open it from the list.`,
    'short-no-taken': ({ shortNo, contractNo }) => `The short number “${shortNo}” is used by contract “${contractNo}”. Choose another.`,
    'contractor-missing': () => 'Enter the contractor\'s name; its key notice is compared with it.',
    'contract-closed': ({ contractNo }) => `Contract “${contractNo}” is closed; nothing new can be recorded.`,
    'contract-unknown': () => 'The contract was not found. Choose it from the list.',
    'certification-missing': ({ day }) => `No certification (ISMS, P mark …) is valid on ${day}; critical information cannot be received.`,
    'recipient-exists': ({ name }) => `Recipient “${name}” is registered already.`,
    'recipient-unknown': ({ name }) => `Recipient “${name}” is not registered for this contract.`,
    'key-notice-refused': ({ path, reason }) => `The key notice (${path}) cannot be accepted (${reason}). Ask its sender for a new one.`,
    'key-of-another': ({ organisation, expected }) => `This key notice is of “${organisation}”; the other party of this contract is “${expected}”. Check that it is the right one.`,
    'fingerprint-differs': ({ organisation }) => `What was heard does not match the key notice of ${organisation}. Do not register it; call them.`,
  },
}

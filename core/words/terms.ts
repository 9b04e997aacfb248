import type { OrganisationKind } from '../vault/vault.ts'
import type { Role } from '../people/person.ts'
import type { MailStage } from '../mails/mail-server.ts'
import type { ServiceClass } from '../mailings/carriers.ts'
import type { DriveHindrance } from '../media/drive.ts'
import type { DriveMethod, WhyNot } from '../wipes/drive-commands.ts'
import type { Level, Method, PlanTarget } from '../wipes/plan.ts'

/** Words that sentences are put together from, in both languages: acts, moments, things, states and roles. */
type Both = readonly [ja: string, en: string]

export const acts = {
  'confirm-shinten': ['親展表示の確認', 'the confirmation of 親展'],
  'confirm-recipients': ['宛先の確認', 'the check of the recipients'],
  'confirm-circumstances': ['指定と異なる受渡しの確認', 'the confirmation of a hand-over other than designated'],
  'confirm-service': ['書留相当以外の手段の確認', 'the confirmation of a service below registered mail'],
  'confirm-receipt': ['甲の受領確認', 'the receipt by the city'],
  answer: ['回答', 'the answer'],
  'take-answer': ['甲の回答の取込', "taking in the city's answer"],
  inquire: ['調査の記録', 'recording the inquiry'],
  'report-missing': ['所在不明の記録', 'recording that it is missing'],
  'attach-slip': ['写しの添付', 'attaching the slip'],
  'confirm-third-party': ['甲以外の宛先の確認', 'the confirmation of a recipient other than the city'],
  'confirm-address': ['登録外の宛先の確認', 'the confirmation of an unregistered address'],
  'confirm-key-channel': ['別のメールでの鍵連絡の確認', 'the confirmation of telling the key by another mail'],
  'confirm-application': ['情報漏えいのおそれのあるアプリの例外の確認', 'the confirmation of an application that may leak'],
  'confirm-serial': ['製造番号の確認', 'the reading of the serial number'],
  'approve-carry-out': ['持出の承認', 'approving the carry-out'],
  'permit-carry-out': ['甲の承認の記録', "recording the city's approval"],
  'reject-carry-out': ['却下', 'rejecting the carry-out'],
  'withdraw-carry-out': ['取下げ', 'withdrawing the application'],
  'carry-out': ['持出', 'carrying it out'],
  remind: ['督促の記録', 'recording a reminder'],
  'record-erasure': ['搬送先での消去の記録', 'recording the erasure at the destination'],
  'confirm-return': ['返却の確認', 'confirming the return'],
  'note-difference': ['差異の記録', 'noting the difference'],
  receive: ['受取', 'receiving'],
  'issue-receipt': ['預り証の発行', 'issuing the receipt'],
  dispatch: ['発送', 'dispatch'],
  'tell-key': ['鍵の連絡', 'telling the key'],
  'record-arrival': ['到着の記録', 'recording the arrival'],
  'record-return': ['返送の記録', 'recording the return'],
  'send-mail': ['送信', 'sending'],
  'report-misdirected': ['誤送信の記録', 'recording the misdirection'],
  'record-sent': ['送信の記録', 'recording the sending'],
  'record-received': ['受領の記録', 'recording the receipt'],
  withdraw: ['取りやめ', 'withdrawing'],
  submit: ['提出の記録', 'recording the handing in'],
  settle: ['中断の記録', 'recording the interruption'],
  'revise-person': ['名簿の訂正', 'revising the roster'],
  'stop-person': ['従事停止', 'stopping someone from working'],
  'resume-person': ['従事の再開', 'letting someone work again'],
  'release-person': ['従事者の解除', 'the release'],
  'hand-over-keys': ['鍵・媒体の引継ぎ', 'handing over keys and media'],
  'suspend-account': ['IDの停止', 'suspending an ID'],
  'revoke-account': ['IDの廃止', 'revoking an ID'],
  'remove-second-factor': ['二要素認証の解除', 'removing a second factor'],
  'change-roles': ['権限の変更', 'changing roles'],
  'change-card': ['証明書の記録', 'a record of the ID card'],
  'change-supervisor': ['作業責任者の変更', 'the change of the supervisor'],
  'correct-item': ['是正の記録', 'putting a finding right'],
  'close-self-check': ['自己点検の完了', 'closing the self-check'],
  'approve-specification': ['特記仕様書の変更の承認', 'the approval of the specification'],
  recover: ['復旧', 'recovery'],
  rescue: ['読み取れる記録の取り出し', 'rescuing what can be read'],
  'report-lost': ['紛失の記録', 'recording the loss'],
  'find-again': ['発見の記録', 'recording that it was found'],
  'report-broken': ['故障の記録', 'recording the breakdown'],
  'return-medium': ['媒体の返却', 'returning the medium'],
  wipe: ['消去の実施', 'the erasure'],
  destroy: ['物理破壊の記録', 'recording the destruction'],
  'verify-wipe': ['消去・廃棄の確認', 'the verification of the erasure'],
  'change-plan': ['計画の変更', 'changing the plan'],
  'issue-notice': ['届出書の発行', 'issuing the notice'],
  apply: ['申請', 'the application'],
  revise: ['下書きの変更', 'changing the draft'],
  'record-decision': ['甲の回答の記録', "recording the city's answer"],
  'record-agreement': ['契約の記録', 'recording the agreement'],
  start: ['履行の開始', 'the start'],
  inspect: ['監督の記録', 'recording the inspection'],
  'end-subcontract': ['再委託の終了', 'the end of the subcontract'],
  'approve-copy': ['複製の承認', 'the approval of the copy'],
  'decline-copy': ['複製の却下', 'declining the copy'],
  'make-copy': ['複製の作成', 'making the copy'],
  'end-copy': ['複製の消去の記録', 'recording the end of the copy'],
  'confirm-fax': ['FAX送信の確認', 'the confirmation of the fax'],
  'approve-fax': ['FAX送信の承認', 'the approval of the fax'],
  'decline-fax': ['FAX送信の却下', 'declining the fax'],
  'record-consent': ['甲の承諾の記録', "recording the city's consent"],
  provide: ['第三者提供', 'the provision'],
  'complete-facts': ['事故の内容の追記', 'completing the facts'],
  'note-deed': ['経過の記録', 'recording what was done'],
  'close-incident': ['事故の終結', 'the end of the incident'],
  'dismiss-incident': ['事故に当たらないことの記録', 'recording that it is no incident'],
  'publish-incident': ['公表の記録', 'recording the publication'],
  'agree-consultation': ['合意の記録', 'recording the agreement'],
  'lift-freeze': ['証拠保全の解除', 'lifting the freeze'],
  'call-off-erasure': ['証拠保全のための消去の中止', 'stopping the erasure for evidence'],
  'hold-audit': ['監査・検査の実施の記録', 'recording that the audit was held'],
  'ask-in-audit': ['監査での要求の記録', 'recording what the city asked for'],
  'answer-in-audit': ['監査での回答の記録', 'recording what was shown'],
  'find-in-audit': ['指摘の記録', 'recording a finding'],
  'correct-finding': ['指摘の是正の記録', 'putting a finding right'],
  'confirm-finding': ['是正の確認', 'confirming that it is put right'],
  'close-audit': ['監査対応の完了', 'closing the audit'],
  'withdraw-cancellation': ['解除の取消しの記録', 'recording that the cancellation was taken back'],
} as const satisfies Record<string, Both>
export type Act = keyof typeof acts

export const moments = {
  training: ['教育の実施日', 'The day of the training'],
  pledge: ['誓約の日', 'The day of the pledge'],
  'pledge-ended': ['誓約の終わった日', 'The day on which the pledge ended'],
  'card-issued': ['証明書の発行日', 'The day of issue'],
  'card-returned': ['証明書の返納日', 'The day of return'],
  'card-lost': ['証明書を紛失した日', 'The day of the loss'],
  visit: ['入庁の日時', 'The time of coming'],
  'visit-left': ['退庁の日時', 'The time of leaving'],
  'self-check': ['点検日', 'The day of the self-check'],
  corrected: ['是正した日', 'The day of putting it right'],
  'specification-agreed': ['合意した日', 'The day of the agreement'],
  'specification-in-force': ['適用日', 'The day from which it is in force'],
  received: ['受領日時', 'The time of receiving'],
  'virus-check': ['ウイルスチェックの日時', 'The time of the virus check'],
  'key-told': ['鍵の連絡日時', 'The time of telling the key'],
  dispatched: ['発送日時', 'The time of dispatch'],
  arrived: ['到着日時', 'The time of arrival'],
  'city-receipt': ['甲の受領確認の日時', 'The time of the receipt by the city'],
  inquired: ['調査の日時', 'The time of the inquiry'],
  'parcel-returned': ['返送された日時', 'The time of the return'],
  'recipients-checked': ['宛先確認の日時', 'The time of the recipients\' check'],
  'found-again': ['発見の日時', 'The time when it was found again'],
  'found-lost': ['紛失に気付いた日時', 'The time when the loss was found'],
  'handed-back': ['返却・納品の日時', 'The time of the return or delivery'],
  destroyed: ['破壊の日時', 'The time of the destruction'],
  erased: ['消去の日時', 'The time of the erasure'],
  submitted: ['提出の日', 'The day of handing in'],
  revoked: ['失効の日', 'The day of the revocation'],
  decided: ['甲の回答の日', "The day of the city's answer"],
  retired: ['使用を終えた日', 'The day of retiring'],
  agreed: ['合意の日', 'The day of the agreement'],
  applied: ['申請日', 'The day of the application'],
  approved: ['承認日', 'The day of the approval'],
  'sub-agreed': ['契約の締結日', 'The day of the agreement'],
  started: ['開始日', 'The first day'],
  inspected: ['確認日', 'The day of the inspection'],
  'inspected-next': ['次回の予定日', 'The day of the next inspection'],
  ended: ['終了日', 'The last day'],
  'erased-there': ['再委託先での消去日', "The day of the subcontractor's erasure"],
  'copy-made': ['複製の作成日時', 'The time of copying'],
  'copy-ended': ['複製の消去日時', 'The time when the copy ended'],
  'fax-approved': ['承認の日時', 'The time of the approval'],
  'fax-test': ['試し送信の日時', 'The time of the test page'],
  'fax-call': ['事前連絡の日時', 'The time of the call'],
  'fax-sent': ['送信の日時', 'The time of the fax'],
  consented: ['承諾日', 'The day of the consent'],
  provided: ['提供日', 'The day of the provision'],
  sent: ['送信日時', 'The time of sending'],
  'sending-begun': ['送信を始めた日時', 'The time when the sending began'],
  'misdirection-found': ['誤送信に気付いた日時', 'The time when the misdirection was found'],
  'planned-out': ['持出予定日時', 'The planned time of going out'],
  'due-back': ['返却期限', 'The due time'],
  'city-approval': ['甲の承認日', "The day of the city's approval"],
  'gone-out': ['持出日時', 'The time of going out'],
  reminded: ['督促の日時', 'The time of the reminder'],
  returned: ['返却日時', 'The time of the return'],
  consulted: ['協議の日時', 'The time of the consultation'],
  'incident-found': ['事故を発見した日時', 'The time of discovery'],
  'incident-occurred': ['事故の発生日時', 'The time when it happened'],
  'incident-deed': ['対応した日時', 'The time of the deed'],
  'city-said': ['甲の回答の日', "The day of the city's answer"],
  'audit-announced': ['監査の通知日', 'The day of the notice'],
  'audit-held': ['監査の日時', 'The time of the audit'],
  'audit-ended': ['監査の終了日時', 'The end of the audit'],
  'audit-asked': ['要求された日時', 'The time of the request'],
  'audit-answered': ['回答した日時', 'The time of the answer'],
  'audit-due': ['期限', 'The due day'],
  'cancellation-notice': ['解除通知の日付', 'The day of the notice'],
  'cancellation-received': ['解除通知を受けた日時', 'The time when the notice came'],
  'cancellation-effective': ['解除の効力が生じる日', 'The day on which it takes effect'],
  'settle-by': ['返却・廃棄の期限', 'The day by which all is returned or disposed of'],
  'mail-received': ['相手の受領日時', 'The time of the recipient\'s receipt'],
} as const satisfies Record<string, Both>
export type Moment = keyof typeof moments

export const things = {
  person: ['人', 'The person'], contract: ['契約', 'The contract'], file: ['ファイル', 'The file'], training: ['研修', 'The training session'], 'pledge-text': ['誓約書の文面', 'The text of the pledge'], 'id-card': ['証明書', 'The ID card'], 'self-check': ['自己点検', 'The self-check'], post: ['体制の役割', 'The post'], specification: ['特記仕様書', 'The specification'], handover: ['受渡し', 'The hand-over'], item: ['預り情報', 'The entrusted item'], document: ['文書', 'The document'], request: ['求め', 'The request'], package: ['梱包', 'The package'],
  mailing: ['送付', 'The mailing'], slip: ['写し', 'The slip'], mail: ['メール', 'The mail'], medium: ['媒体', 'The medium'], question: ['確認事項', 'The question'], imported: ['取り込んだ文書', 'The imported document'],
  'carry-out': ['持出', 'The carry-out'], incident: ['事故の記録', 'The incident'], 'audit-freeze': ['証拠保全', 'The freeze'], consultation: ['協議', 'The consultation'], audit: ['監査の記録', 'The audit'], 'audit-request': ['監査での要求', 'The request'], 'audit-finding': ['指摘', 'The finding'], cancellation: ['解除の通知', 'The cancellation'], restoring: ['台帳の復元', 'The restoring'], certification: ['認証', 'The certification'],
  place: ['作業場所', 'The work location'], device: ['機器', 'The device'],
  subcontract: ['再委託', 'The subcontract'], copy: ['複製', 'The copy'], fax: ['FAX', 'The fax'], provision: ['第三者提供', 'The provision'],
  key: ['公開鍵', 'The key'], designation: ['受渡しの指定', 'The designated hand-over'], answer: ['回答', 'The answer'],
  plan: ['消去・廃棄の計画', 'The plan of disposal'], wipe: ['消去・廃棄の記録', 'The record of erasure'],
} as const satisfies Record<string, Both>
export type Thing = keyof typeof things

const states: Readonly<Record<string, Both>> = {
  designated: ['指定済', 'designated'], differs: ['一覧と相違', 'differs from the list'], checked: ['確認済', 'checked'], receipted: ['預り証発行済', 'receipted'], drafted: ['起票', 'drafted'],
  dispatched: ['発送済', 'dispatched'], arrived: ['到着済', 'arrived'], inquired: ['調査中', 'being inquired after'], missing: ['所在不明', 'missing'], sending: ['送信中', 'being sent'], misdirected: ['誤送信を記録済', 'recorded as misdirected'], returned: ['返送', 'returned'], withdrawn: ['取りやめ', 'withdrawn'], sent: ['送信済', 'sent'], received: ['受領済', 'received'],
  applied: ['申請中', 'applied for'], approved: ['作業責任者承認済', 'approved by the supervisor'], permitted: ['甲承認済', 'approved by the city'], out: ['持出中', 'carried out'], back: ['返却済・消去の確認待ち', 'back, erasure to be recorded'], completed: ['完了', 'completed'], rejected: ['却下', 'rejected'], lost: ['紛失', 'lost'],
  refused: ['不承認', 'refused'], contracted: ['契約締結済', 'under contract'], working: ['履行中', 'at work'], ended: ['終了', 'ended'],
  requested: ['承認待ち', 'waiting for approval'], making: ['作成中', 'being made'], 'in use': ['使用中', 'in use'], declined: ['却下', 'declined'], consented: ['承諾済', 'consented'], provided: ['提供済', 'provided'],
  found: ['第一報前', 'first report due'], 'first-reported': ['第一報済', 'first report out'], responding: ['対応中', 'being responded to'], 'followed-up': ['続報済', 'followed up'], 'final-reported': ['最終報済', 'last report out'], closed: ['終結', 'closed'], 'not-an-incident': ['事故に当たらない', 'no incident'], published: ['公表済', 'published'], agreed: ['合意済', 'agreed'], 'freeze-lifted': ['保全解除済', 'no longer frozen'], 'nothing-kept': ['証拠保全中ではない', 'not kept as evidence'], 'drive-commanded': ['機器に消去を命じた後', 'already told to the drive'],
  noticed: ['通知', 'announced'], held: ['実施済', 'held'], correcting: ['是正中', 'being put right'], 'audit-closed': ['完了', 'closed'], 'finding open': ['未是正', 'not put right'], 'finding to be confirmed': ['確認待ち', 'to be confirmed'], 'finding put right': ['是正済', 'put right'], 'cancellation-withdrawn': ['取消し済', 'taken back'],
  'under-way': ['作業中', 'under way'], 'signed-in': ['サインイン中', 'signed in'],
  登録: ['登録', 'registered'], 従事: ['従事', 'working'], 従事停止: ['従事停止', 'stopped'], 解除: ['解除', 'released'], suspended: ['停止中', 'suspended'], 発行: ['発行', 'issued'], 返却: ['返納', 'returned'], 実施: ['実施', 'done'], 是正中: ['是正中', 'being put right'], corrected: ['是正済', 'put right'], 完了: ['完了', 'closed'], 保管: ['保管', 'in store'], 使用中: ['使用中', 'in use'], 送付中: ['送付中', 'on its way'], 返却済: ['返却済', 'returned'], 紛失: ['紛失', 'lost'],
  持出中: ['持出中', 'carried out'], 消去予定: ['消去予定', 'to be erased'], 消去済: ['消去済', 'erased'], 廃棄予定: ['廃棄予定', 'to be disposed of'], 廃棄済: ['廃棄済', 'disposed of'], 故障: ['故障', 'broken'],
  decided: ['計画済', 'decided'], submitted: ['届出済', 'handed in'], confirmed: ['甲確認済', 'confirmed by the city'], done: ['完了', 'done'], planned: ['実施前', 'planned'], failed: ['不合格', 'failed'],
  'under way': ['実施中', 'under way'], 'to be verified': ['確認待ち', 'to be verified'], verified: ['確認済', 'verified'], certified: ['証明書発行済', 'certified'],
}
export const stateWord = (state: string, language: 0 | 1): string => states[state]?.[language] ?? state

export const roleWords: Readonly<Record<Role, Both>> = {
  administrator: ['管理者', 'the administrator'], supervisor: ['作業責任者', 'the supervisor'], worker: ['作業従事者', 'a worker'], mediaAdmin: ['媒体管理者', 'the media administrator'],
  auditor: ['監査者', 'the auditor'], cityOfficer: ['甲の担当者', "the city's officer"], cityManager: ['甲の情報セキュリティ管理者', "the city's security manager"],
}

/** `supervisor,worker` → 作業責任者・作業従事者. */
export function sayRoles(roles: string, language: 0 | 1): string {
  return roles.split(',').map((role) => roleWords[role as Role]?.[language] ?? role).join(language === 0 ? '・' : ' or ')
}

/** The five facts of Art. 15②. */
export const planFacts: Readonly<Record<string, Both>> = {
  information: ['情報の項目', 'the information'], mediaName: ['媒体名', 'the name of the medium'], quantity: ['数量', 'the quantity'], method: ['方法', 'the method'], plannedOn: ['予定日', 'the planned day'],
}
export const sayFacts = (facts: string, language: 0 | 1): string => facts.split(',').map((fact) => planFacts[fact]?.[language] ?? fact).join(language === 0 ? '・' : ', ')

/** The six facts of Art. 9②. */
export const subcontractFacts: Readonly<Record<string, Both>> = {
  company: ['再委託先の名称', 'the subcontractor\'s name'], reason: ['再委託をする理由', 'the reason'], tasks: ['処理する内容', 'the tasks'], information: ['取り扱う情報', 'the information'],
  safety: ['安全性及び信頼性を確保する対策', 'the measures for safety and reliability'], supervision: ['管理及び監督の方法', 'the way of managing and supervising'],
}
export const saySubcontractFacts = (facts: string, language: 0 | 1): string => facts.split(',').map((fact) => subcontractFacts[fact]?.[language] ?? fact).join(language === 0 ? '・' : ', ')

export const hindrances: Readonly<Record<DriveHindrance, Both>> = {
  system: ['この端末のシステムが入っています', 'it holds the system of this machine'], swap: ['この端末が作業領域として使っています', 'this machine uses it as swap'],
  vault: ['Azukari の保管庫又はプログラムが入っています', 'it holds the vault or the program of Azukari'], mounted: ['開かれています（マウント中）', 'it is mounted'], held: ['ほかのプログラムが使っています', 'another program holds it'],
  'read-only': ['書込みが禁止されています', 'it is read-only'], 'no-size': ['媒体が入っていないか、容量が読めません', 'it has no medium or no readable size'], 'no-serial': ['製造番号が読めません', 'its serial number cannot be read'],
  unknown: ['種類を確かめられません', 'what it is cannot be told'],
}

export const methods: Readonly<Record<Method, Both>> = {
  'overwrite-tile': ['全領域の上書き（位置番号付き乱数）', 'overwriting with the stamped tile'], 'overwrite-zero': ['全領域の上書き（ゼロ）', 'overwriting with zeros'], 'overwrite-complement': ['全領域の上書き（固定値とその補数、2回）', 'overwriting with a value and its complement'],
  files: ['ファイル単位の上書き・削除', 'overwriting files'], command: ['機器の消去命令', "the drive's own command"], physical: ['物理破壊', 'physical destruction'], external: ['ほかの消去ソフト', 'another program'], vault: ['保管庫の写しの上書き・削除', 'overwriting the copies in the vault'],
}
export const driveMethods: Readonly<Record<DriveMethod, Both>> = {
  'ata-security-erase': ['ATA Security Erase', 'ATA Security Erase'], 'ata-security-erase-enhanced': ['ATA Enhanced Security Erase', 'ATA Enhanced Security Erase'],
  'ata-sanitize-block': ['ATA Sanitize（ブロック消去）', 'ATA Sanitize (block erase)'], 'ata-sanitize-crypto': ['ATA Sanitize（暗号鍵の破棄）', 'ATA Sanitize (crypto scramble)'], 'ata-sanitize-overwrite': ['ATA Sanitize（上書き）', 'ATA Sanitize (overwrite)'],
  'nvme-sanitize-block': ['NVMe Sanitize（ブロック消去）', 'NVMe Sanitize (block erase)'], 'nvme-sanitize-crypto': ['NVMe Sanitize（暗号鍵の破棄）', 'NVMe Sanitize (crypto erase)'], 'nvme-sanitize-overwrite': ['NVMe Sanitize（上書き）', 'NVMe Sanitize (overwrite)'],
  'nvme-format-erase': ['NVMe Format（利用者データの消去）', 'NVMe Format (user data erase)'], 'nvme-format-crypto': ['NVMe Format（暗号鍵の破棄）', 'NVMe Format (cryptographic erase)'],
  'scsi-sanitize-block': ['SCSI SANITIZE（ブロック消去）', 'SCSI SANITIZE (block erase)'], 'scsi-sanitize-crypto': ['SCSI SANITIZE（暗号鍵の破棄）', 'SCSI SANITIZE (cryptographic erase)'], 'scsi-sanitize-overwrite': ['SCSI SANITIZE（上書き）', 'SCSI SANITIZE (overwrite)'],
  'discard-secure': ['eMMC・SDの安全な破棄（Secure Discard）', 'Secure discard (eMMC, SD)'],
}
export const whyNots: Readonly<Record<WhyNot, Both>> = {
  'not-this-platform': ['この端末のOSからは命令を送れません', 'this system cannot send it'], 'not-supported': ['この媒体はこの命令に対応していません', 'this drive does not offer it'], 'no-program': ['必要なプログラム（hdparm、nvme-cli、sg3-utils）がありません', 'hdparm, nvme-cli or sg3-utils is missing'],
  'no-answer': ['媒体が応答しません（USB変換器の先にあるか、管理者の権限がありません）', 'the drive does not answer (behind a USB bridge, or without the right to ask)'], frozen: ['媒体が凍結（frozen）されています。端末を一度スリープさせるか、つなぎ直すと解けることがあります', 'it is frozen; a sleep or reconnecting may thaw it'],
  locked: ['媒体にパスワードがかかっています', 'it is locked by a password'], 'password-set': ['媒体に既にパスワードが設定されています', 'a password is set already'], 'other-namespaces': ['同じ装置のほかの領域まで消えてしまいます', 'it would take other namespaces with it'], sanitizing: ['消去命令を実行中です', 'it is sanitizing already'],
}
export const planKinds: Readonly<Record<PlanTarget['kind'], Both>> = { medium: ['媒体', 'a medium'], files: ['ファイル・フォルダ', 'files and folders'], paper: ['紙', 'paper'], vault: ['保管庫の写し', 'copies in the vault'] }
export const levels: Readonly<Record<Level, Both>> = { Clear: ['Clear（論理消去）', 'Clear'], Purge: ['Purge（研究所水準でも復元困難）', 'Purge'], Destroy: ['Destroy（物理破壊）', 'Destroy'] }

/** Why the engine could not begin, by its own codes. */
const notBegun: Readonly<Record<string, Both>> = {
  'target-forbidden': ['この端末で媒体を直接扱う権限がありません。管理者権限で起動してください', 'no permission to use the drive directly; start Azukari with administrator rights'],
  'target-busy': ['ほかのプログラムが媒体を使っています。閉じるか、取り出してからつなぎ直してください', 'another program uses the drive; close it, or eject and connect again'],
  'target-missing': ['媒体が見つかりません。つなぎ直してください', 'the drive is gone; connect it again'],
  'target-read-only': ['書込みが禁止されています。スイッチを確かめてください', 'the drive is read-only; look at its switch'],
  'not-on-this-platform': ['この端末の種類では、媒体全体の消去はまだ行えません。Linuxの端末で行うか、ほかの消去ソフトの記録を使ってください', 'whole drives cannot be erased on this kind of machine yet; use a Linux machine, or record another program'],
  'not-the-same': ['選んだ媒体と、いまつながっている媒体が違います。一覧を更新してください', 'what is connected now is not what was chosen; look again'],
}
export const sayNotBegun = (reason: string, language: 0 | 1): string => notBegun[reason.split(':')[0] ?? '']?.[language] ?? reason

/** How good a service is, seen from 書留. */
export const serviceClassWords: Readonly<Record<ServiceClass, Both>> = {
  registered: ['書留相当', 'registered class'], 'by agreement': ['甲の了承があれば可', "with the city's consent"], 'by exception': ['送付ごとの例外', 'an exception for each parcel'], never: ['使えません', 'cannot be used'],
}

/** How far a mail came at the office's own server, and what helps. */
export const mailStages: Readonly<Record<MailStage, Both>> = {
  connect: ['サーバーに接続できません。ホスト名とポートを確かめてください', 'the server cannot be reached; look at host and port'],
  tls: ['暗号化した接続（TLS）に応じません。暗号化しないままでは送りません', 'it offers no encryption (TLS); nothing is sent without'],
  certificate: ['証明書を確かめられません。ホスト名、認証局の証明書、指紋を確かめてください', 'its certificate is not believed; look at host name, CA certificate and fingerprint'],
  greeting: ['応答が送信サーバーのものではありません。ポートと暗号化の方式を確かめてください', 'it does not answer as a mail server; look at port and kind of encryption'],
  login: ['利用者名又はパスワードが受け付けられません', 'user or password was not accepted'],
  sender: ['差出人のアドレスが受け付けられません', 'the sender address was not accepted'],
  recipients: ['宛先が受け付けられません', 'the recipients were not accepted'],
  message: ['内容が受け付けられません', 'the message was not accepted'],
  'too-large': ['添付が大きすぎます。媒体で送るなど、別の方法にしてください', 'it is too large; send it on a medium'],
}

export const offices: Readonly<Record<OrganisationKind, Both>> = { contractor: ['受託者（乙）', 'the contractor'], city: ['市（甲）', 'the city'] }

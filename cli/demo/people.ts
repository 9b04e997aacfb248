import type { OpenContract } from '../../core/contracts/contract-of-work.ts'
import type { RegisterPerson } from '../../core/people/person.ts'
import type { Day } from '../../core/time.ts'

/** The fictitious persons and organisations of the scenario. */
export const PASSWORD = 'asagiri-to-tetsudou-7'
export const day = (iso: string) => iso as Day

export const hikari = { kind: 'contractor' as const, name: '株式会社ひかりの丘データサービス', address: '架空県ひかりの丘市中央一丁目2番3号', representative: '代表取締役　大鳥 誠', tel: '0000-00-0000', email: 'desk@hikarinooka.example', docPrefix: 'ひ' }
export const aobano = { kind: 'city' as const, name: '青葉野市', address: '架空県青葉野市本町一丁目1番地', representative: '青葉野市長', tel: '0000-00-1000', email: 'zeimu@city.aobano.example', docPrefix: '税' }

export const mizuno = { name: '水野 灯里', kana: 'ミズノ アカリ', title: '作業責任者', email: 'mizuno@hikarinooka.example', tel: '0000-00-0001', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor' as const] }
export const oba: RegisterPerson = { name: '大庭 健吾', kana: 'オオバ ケンゴ', company: null, employment: '正社員', title: '媒体管理者', email: 'oba@hikarinooka.example', tel: '', roles: ['mediaAdmin'] }
export const yoshida: RegisterPerson = { name: '𠮷田 美咲', kana: 'ヨシダ ミサキ', company: null, employment: '正社員', title: '', email: 'yoshida@hikarinooka.example', tel: '', roles: ['worker'] }
export const takahashi: RegisterPerson = { name: '髙橋 亮', kana: 'タカハシ リョウ', company: '株式会社みほん人材', employment: '派遣', title: '', email: '', tel: '', roles: ['worker'] }
export const morikawa = { name: '森川 奏', kana: 'モリカワ カナデ', title: '主査', email: 'morikawa@city.aobano.example', tel: '0000-00-1001', loginId: 'morikawa', password: PASSWORD, roles: ['cityOfficer' as const] }
export const recipient = { organisation: aobano.name, department: '総務部税務課', name: morikawa.name, title: '主査', email: morikawa.email, postalCode: '000-0000', address: aobano.address, tel: morikawa.tel, exception: null }

export const taxContract = (specification: OpenContract['specification']): OpenContract => ({
  contractNo: 'R8-税-017', title: '令和9年度市民税・県民税納税通知書データ作成業務委託', shortNo: 'R8-017',
  city: { name: aobano.name, addressee: '青葉野市長', section: '総務部税務課', officer: morikawa.name, officerTitle: '主査', securityManager: '西園 直樹' },
  periodFrom: day('2026-12-01'), periodTo: day('2027-03-31'), importanceClass: '重要情報', isSystemOpsContract: false, specification, certifications: [], retentionYears: 5,
})

export const training = { on: day('2026-12-03'), title: '情報セキュリティ研修（特記仕様書v1.0）', trainer: mizuno.name, method: '集合研修・理解度確認10問', score: 100, textSha256: null }
export const pledge = { on: day('2026-12-03'), textVersion: '誓約書 第1版', signedBy: '自署' as const, scanSha256: null }

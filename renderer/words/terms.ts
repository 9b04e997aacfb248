import { useLanguage } from './language.ts'

/** English for the office's own words, which the contract writes in Japanese. */
const english: Record<string, string> = {
  手渡し: 'By hand', 書留: 'Registered mail', 簡易書留: 'Simplified registered mail', セキュリティ便: 'Security courier', 電子メール: 'E-mail', ファイル交換: 'File exchange', その他: 'Other',
  最重要情報: 'Critical', 重要情報: 'Important',
  電磁的記録媒体: 'Electronic medium', 電子ファイル: 'Electronic file', 紙: 'Paper',
  USBメモリ: 'USB stick', 外付けHDD: 'External HDD', 外付けSSD: 'External SSD', 光ディスク: 'Optical disc', SDカード: 'SD card',
  甲: 'city', 乙: 'contractor',
  登録: 'registered', 教育済: 'trained', 誓約済: 'pledged', 従事可: 'may work', 従事停止: 'stopped', 解除: 'released', 撤回: 'withdrawn', 終了: 'ended', 実施: 'done', 是正中: 'being put right', 完了: 'closed',
  作業責任者: 'supervisor', 代理者: 'deputy', 媒体管理者: 'media administrator', 連絡担当: 'contact',
  保管: 'in store', 使用中: 'in use', 送付中: 'on its way', 返却済: 'returned', 紛失: 'lost', 持出中: 'carried out', 消去予定: 'to be erased', 消去済: 'erased', 廃棄予定: 'to be disposed of', 廃棄済: 'disposed of', 故障: 'broken',
  破砕: 'crushed', 穿孔: 'drilled', 裁断: 'shredded', 溶解: 'dissolved', 焼却: 'burnt', 磁気消去: 'degaussed',
  正社員: 'regular', 契約: 'contract', 派遣: 'dispatched', パート: 'part-time',
  自署: 'signed by hand', 画面署名: 'signed on screen', スキャン: 'scan',
  事前取決め: 'agreed beforehand', 対面: 'face to face', 電話: 'telephone', SMS: 'SMS', 郵送別送: 'separate post', 別のメール: 'another e-mail', 同じメール: 'the same e-mail', 書面: 'on paper',
  毎月: 'every month', 求めがあったとき: 'when asked',
  プライバシーマーク: 'Privacy Mark', ISMS: 'ISMS',
  監査: 'audit', 立入検査: 'inspection on site', 書面検査: 'inspection of papers', 資料の求め: 'request for documents', 指示: 'instruction',
  漏えい: 'leak', 漏えいのおそれ: 'risk of a leak', 滅失: 'loss', 滅失のおそれ: 'risk of a loss', 毀損: 'damage', 毀損のおそれ: 'risk of damage',
}

/** Says an office word in the language of the screen. */
export function useTerm(): (word: string) => string {
  const language = useLanguage()
  return (word) => (language === 'ja' ? word : (english[word] ?? word))
}

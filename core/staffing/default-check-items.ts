import type { CheckItem } from './self-check.ts'

/** What a supervisor looks at every month (F-04); every office may put its own in their place. */
export const defaultCheckItems: readonly CheckItem[] = [
  { article: '11(1)', text: '情報を取り扱ったのは、従事可の者だけである' },
  { article: '11(2)', text: '持出しは承認を得て行い、期限までに戻っている' },
  { article: '11(4)', text: '送付は書留相当の手段で行い、到着を確認している' },
  { article: '11(5)', text: '媒体はすべて施錠して保管し、媒体管理簿と一致している' },
  { article: '11(7)', text: '電子メールは暗号化した添付ファイルで送り、宛先を二者で確認している' },
  { article: '11(8)', text: '複製は業務に必要なものだけで、記録がある' },
  { article: '11(10)ア', text: 'IDを共用せず、使わなくなったIDを停止している' },
  { article: '11(10)エ', text: '機器の修正プログラムとウイルス定義ファイルが最新である' },
  { article: '11(10)オ', text: '私物の機器・媒体を使っていない' },
  { article: '7', text: '教育と誓約が全員済んでいる' },
]

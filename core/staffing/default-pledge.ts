import type { PledgeText } from './pledge-text.ts'

/** The editions that every office begins with. */
export const defaultPledges: readonly PledgeText[] = [
  { version: '誓約書（受託者宛）第1版', title: '秘密保持誓約書', addressee: '受託者', addedAt: null, body: body('貴社が受託した業務') },
  { version: '誓約書（市宛）第1版', title: '秘密保持誓約書', addressee: '市', addedAt: null, body: body('貴市の委託業務') },
]

function body(work: string): string {
  return `私は、${work}に従事するに当たり、次の事項を誓約します。
1　業務上知り得た情報を、業務の目的以外に利用しません。
2　業務上知り得た情報を、第三者に知らせ、又は提供しません。
3　情報を、業務に必要な範囲を超えて複写し、又は複製しません。
4　情報及び媒体を、承認された場所から許可なく持ち出しません。
5　業務が終わったとき又は指示があったときは、情報及び媒体を返還し、又は指示された方法で消去します。
6　以上の義務を、契約終了後も、また私が従事しなくなった後も、同様に守ります。
7　違反により損害を与えたときは、賠償の責任を負うことがあることを理解しています。
8　個人情報の保護に関する法律第176条及び第180条等に、漏えい等についての罰則が定められていることを理解しています。`
}

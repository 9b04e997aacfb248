/** The specification's 22 articles: their titles and what each asks for, in our words. A rule names its article; a number that is not here does not compile. */
export const articles = {
  '1': { title: '個人情報の取扱い', summary: '個人情報は、法令・甲の情報セキュリティポリシー・特記仕様書に従って取り扱います。' },
  '2': { title: '最重要情報、重要情報の取扱い', summary: '最重要情報・重要情報も同じ決まりで取り扱います。取り扱う情報には必ず区分を付けます。' },
  '3': { title: '責任体制の整備', summary: '安全管理の体制をつくり、保ちます。システム運用・保守の契約では責任分界点を定めます。' },
  '4': { title: '受託者の選定', summary: 'システム運用・保守の契約で最重要情報を扱うには、ISMS・プライバシーマーク等の認証が必要です。' },
  '5': { title: '作業責任者等の届出', summary: '作業責任者・連絡体制・作業従事者を定め、求めがあれば書面で届け出ます。' },
  '6': { title: '作業場所の特定', summary: '作業場所を定め、求めがあれば着手前に届け出ます。庁舎内では証明書を携帯します。' },
  '7': { title: '教育の実施', summary: '作業責任者と作業従事者の全員に、情報を取り扱う前に教育を行います。' },
  '8': { title: '守秘義務', summary: '知り得た情報を漏らしません。全員から秘密保持の誓約書を取ります。' },
  '9': { title: '再委託', summary: '再委託は原則できません。やむを得ない場合は、書面で申請して甲の承認を得ます。' },
  '10': { title: '派遣労働者等の利用時の措置', summary: '正社員以外の人にも、同じ義務を守ってもらいます。' },
  '11': { title: '情報の管理', summary: '持出し・移送・媒体・FAX・電子メール・複製・機器の決まりです。' },
  '12': { title: '契約上の地位の無断移転の禁止', summary: '契約上の権利や義務を、無断で人に譲ったり貸したりしません。' },
  '13': { title: '目的外利用及び第三者への提供の禁止', summary: '業務以外に利用しません。甲に無断で第三者へ渡しません。' },
  '14': { title: '受渡し', summary: '甲が指定する手段・日時・場所で受け渡し、預り証（情報の種類・受領形式等）を提出します。' },
  '15': { title: '情報の返却又は廃棄', summary: '業務の終了時に返却又は廃棄し、消去・廃棄は事前に計画し、立会いに応じ、記録して報告します。' },
  '16': { title: '定期報告及び緊急時報告', summary: '報告の手順を定め、求められたら直ちに報告します。' },
  '17': { title: '監査及び検査', summary: '甲の監査・検査を受け、必要な情報を示します。' },
  '18': { title: '事故時の対応', summary: '漏えい等の事故やそのおそれがあれば、直ちに書面で報告します。緊急時対応計画を備えます。' },
  '19': { title: '契約解除', summary: '義務を果たさないとき、甲は契約を解除できます。' },
  '20': { title: '損害賠償', summary: '違反により損害を与えたときは、賠償の対象になります。' },
  '21': { title: '特記仕様書の変更', summary: '特記仕様書は、甲乙両者の承認なく変更できません。' },
  '22': { title: '補則', summary: '定めのない事項は、甲乙で協議して決めます。' },
} as const

export type ArticleNo = keyof typeof articles
/** Paragraph and item as the trade writes them: `11(4)` is 第11条第4号, `8②` is 第8条第2項, `11(10)カ` is 第11条第10号カ. */
export type ArticleRef = ArticleNo | `${ArticleNo}${'①' | '②' | '③' | '④' | '⑤'}` | `11(${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10})` | `11(10)${'ア' | 'イ' | 'ウ' | 'エ' | 'オ' | 'カ' | 'キ'}`

const PARAGRAPHS = '①②③④⑤'

/** `11(4)` → `第11条第4号`, `8②` → `第8条第2項`, `11(10)カ` → `第11条第10号カ`. */
export function sayArticle(ref: ArticleRef): string {
  const [, no = '', paragraph = '', item = '', sub = ''] = /^(\d+)([①-⑤])?(?:\((\d+)\)([ア-キ])?)?$/.exec(ref) ?? []
  return `第${no}条${paragraph && `第${PARAGRAPHS.indexOf(paragraph) + 1}項`}${item && `第${item}号${sub}`}`
}

/** The article itself, without paragraph and item. */
export const articleNo = (ref: ArticleRef): ArticleNo => /^\d+/.exec(ref)?.[0] as ArticleNo

import * as z from 'zod'
import { CityAnswer } from './city-answer.ts'
import { DestructionCertificate, DisposalNotice, ErasureCertificate } from './disposal-records.ts'
import { FormLetter } from './form-letter.ts'
import { Acknowledgement, CustodyReceipt, KeyNotice } from './records.ts'

/** Every record that a document can be, by its template, and what it is called. A new version gets a line of its own; none is ever taken away, since documents of it are kept. */
const RECORDS: Readonly<Record<string, readonly [title: string, schema: z.ZodType]>> = {
  'F-25/1': ['預り証', CustodyReceipt], 'F-28/1': ['消去・廃棄届出書', DisposalNotice], 'F-30/1': ['データ消去証明書、消去・廃棄報告書', ErasureCertificate], 'F-31/1': ['物理破壊証明書', DestructionCertificate],
  'LETTER/1': ['届出書・申請書・報告書・台帳（F-00〜F-38のうち上の様式以外）', FormLetter],
  'C-01/1': ['収受通知', Acknowledgement], 'C-02/1': ['回答書', CityAnswer],
  'K-01/1': ['公開鍵届', KeyNotice.options[0]], 'K-01/2': ['公開鍵届（暗号化証明書付き）', KeyNotice.options[1]],
}

/**
 * JSON Schema (draft 2020-12) of every record, by the name of its file. What a schema cannot say (days that exist, sums that agree) the verifier checks besides.
 */
export function recordSchemas(): Record<string, object> {
  return Object.fromEntries(Object.entries(RECORDS).map(([template, [title, schema]]) => {
    const { $schema, ...said } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    return [`${template.replace('/', '-')}.schema.json`, { $schema, $id: `urn:azukari:record:${template}`, title: `${title}（${template}）`, ...said }]
  }))
}

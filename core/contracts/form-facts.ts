import type { FormSource } from '../forms/form.ts'

/** F-00 契約・特記仕様書台帳 (Art. 1, 2, 21): the contract and the specification in force. */
export const specificationsForm: FormSource = {
  form: 'F-00',
  enteredAt: '/contracts',
  facts: (_, { contract: { periodFrom, periodTo, city, importanceClass, isSystemOpsContract, specification } }) => ({
    fields: { periodFrom, periodTo, section: city.section, importanceClass, workKind: isSystemOpsContract ? '情報システムの運用・保守等に係る業務' : '情報システムの運用・保守等に係る業務ではない' },
    tables: { specifications: [{ title: specification.title, version: specification.version, appliedOn: specification.agreedOn, sha256: specification.sha256, agreement: '契約締結時' }] },
  }),
}

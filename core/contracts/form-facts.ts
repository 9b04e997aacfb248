import type { FormSource } from '../forms/form.ts'

/** F-00 契約・特記仕様書台帳 (Art. 1, 2, 21): the contract, and every edition of its specification. */
export const specificationsForm: FormSource = {
  form: 'F-00',
  enteredAt: '/contracts',
  facts: (reading, { contract: { id, periodFrom, periodTo, city, importanceClass, isSystemOpsContract } }) => ({
    fields: { periodFrom, periodTo, section: city.section, importanceClass, workKind: isSystemOpsContract ? '情報システムの運用・保守等に係る業務' : '情報システムの運用・保守等に係る業務ではない' },
    tables: { specifications: reading.list('specification', id).map(({ title, version, effectiveOn, sha256, cityRef }) => ({ title, version, appliedOn: effectiveOn, sha256, agreement: cityRef === '' ? '契約締結時' : cityRef })) },
  }),
}

/** F-02 認証取得状況届 (Art. 4). */
export const certificationsForm: FormSource = {
  form: 'F-02',
  enteredAt: '/contracts',
  facts: (_, { contract: { certifications } }) => ({
    fields: {},
    tables: { certifications: certifications.map(({ type, number, issuer, scope, validFrom, validTo, copy }) => ({ type, number, issuer, scope: scope ?? '', validFrom, validTo, copyName: copy?.name ?? '', copySha256: copy?.sha256 ?? '' })) },
  }),
}

/** F-37 特記仕様書変更合意記録 (Art. 21): one edition after the contract's own, with both approvals. */
export const specificationChangeForm: FormSource = {
  form: 'F-37',
  enteredAt: '/contracts',
  subjects: (reading, contractId) => reading.list('specification', contractId).slice(1).map(({ version, title }) => ({ id: `${contractId}:${version}`, label: `${title}　${version}` })),
  facts: (reading, { contract, subjectId }) => {
    const versions = reading.list('specification', contract.id)
    const i = versions.findIndex(({ version }) => `${contract.id}:${version}` === subjectId)
    const [before, after] = [versions[i - 1], versions[i]]
    if (!before || !after) return { fields: {}, tables: {} }
    const approver = after.approvedBy === null ? '' : (reading.get('person', after.approvedBy)?.name ?? '')
    return {
      fields: {
        no: after.version, appliedOn: after.effectiveOn, clause: after.changes === '' ? '全文' : after.changes, before: `${before.title}　${before.version}（SHA-256 ${before.sha256}）`, after: `${after.title}　${after.version}（SHA-256 ${after.sha256}）`,
        reason: '', cityApproval: after.cityRef, contractorApproval: `${approver}（${after.agreedOn}）`,
      },
      tables: {},
    }
  },
}

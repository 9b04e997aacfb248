import type { Projectors } from './projectors.ts'

/** How each contract wants its letters. */
export const forms = {
  'form-adopted': ({ setting }, shelf) => shelf.put('form-setting', `${setting.contractId}:${setting.form}`, setting, setting.contractId),
  'numbering-set': ({ numbering }, shelf) => shelf.put('numbering', numbering.contractId, numbering, numbering.contractId),
} satisfies Projectors

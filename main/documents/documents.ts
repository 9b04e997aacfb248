import type { Documents } from '../../core/world.ts'
import { canonicalBytes } from '../../crypto/canonical-json.ts'
import { matchesCheckWords } from '../../crypto/check-words.ts'
import { sha256 } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import type { OrganisationKeys } from '../../crypto/organisation-keys.ts'
import { matchesCode, readVerificationCode, verificationCode } from '../../crypto/verification-code.ts'
import { renderAddressLabel } from './address-label.ts'
import { bodiesOf } from './issue.ts'
import { compareRecords } from './csv/compare.ts'
import { readTable, tableOf } from './csv/tables.ts'
import { renderLabels } from './labels.ts'
import { renderPackingSlip } from './packing-slip.ts'
import { counterSign } from './pdf/counter-sign.ts'
import { renderPdf, unprintableIn } from './pdf/render.ts'
import { readKeyNotice } from './verify/read-key-notice.ts'
import { continues, liesBelow, readCheckpointOf } from './verify/checkpoints.ts'
import { verifyFile } from './verify/verify-file.ts'

/**
 * Issues and verifies documents. `organisation` gives the keys of the open vault and is asked only when something is
 * signed: verifying needs none.
 */
export function realDocuments({ organisation, verify = verifyFile }: { organisation(): OrganisationKeys; verify?: Documents['verify'] }): Documents {
  return {
    draft: async (record) => renderPdf({ record, canonical: canonicalBytes(record), code: '下書き（未発行）', seal: 'AZK1' }) ?? new Uint8Array(),
    unprintable: async (record) => {
      const canonical = canonicalBytes(record)
      // The QR code holds no text, so any will do.
      return unprintableIn({ record, canonical, code: verificationCode(sha256(canonical)), seal: 'AZK1' })
    },
    labels: async (order) => renderLabels(order),
    addressLabel: async (order) => renderAddressLabel(order),
    packingSlip: async (order) => renderPackingSlip(order),
    bodies: async (record) => bodiesOf(record, organisation()),
    verify,
    compare: compareRecords, table: tableOf, readTable,
    matchesCode(typed, hash) {
      if ('problem' in readVerificationCode(typed)) return 'not-a-code'
      return matchesCode(Uint8Array.from(Buffer.from(hash, 'hex')), typed) ? 'matches' : 'differs'
    },
    readKeyNotice,
    readCheckpoint: readCheckpointOf,
    continues,
    liesBelow,
    counterSign: async (pdf, at) => counterSign(pdf, organisation(), new Date(Math.floor(at / 1000) * 1000)),
    fingerprintHeard: isFingerprint,
  }
}

/** Hex digits with any colons and spaces, the QR code of a 公開鍵届, or its twelve words. */
function isFingerprint(heard: string, fingerprint: string): boolean {
  const digits = heard.normalize('NFKC').toLowerCase().replace(/^azkf:/, '').replace(/[\s:-]/g, '')
  if (/^[0-9a-f]+$/.test(digits)) return digits === fingerprint
  try {
    return matchesCheckWords(fingerprint, heard)
  } catch (problem) {
    if (problem instanceof EvidenceProblem) return false
    throw problem
  }
}

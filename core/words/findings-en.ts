import type { Finding } from '../documents/document.ts'
import type { FindingCode, KnownFindings, SignatureFault } from './findings.ts'

type Sentences = { [C in FindingCode]: (facts: KnownFindings[C]) => string }

/** What was found, in a sentence for the clerk who holds the file. A code without a sentence does not compile. */
const sentences: Sentences = {
  'file-missing': () => 'The file is not there.',
  'file-unreadable': () => 'The file cannot be read. Check the medium and your rights to it.',
  'file-empty': () => 'The file is empty.',
  'file-too-large': ({ size, limit }) => `The file is too large and was refused unread (${size} bytes; the limit is ${limit}).`,
  'file-not-recognised': () => 'This is none of the documents that we issue (PDF, JSON, CSV).',

  'signature-absent': () => 'There is no signature. The values can be read, but not who issued them: compare the code printed on paper.',
  'signature-not-checkable': ({ keyId }) => `The values agree with the code, but the key ${keyId} is not registered, so the signature cannot be checked.`,

  'json-not-canonical': ({ why }) => `The record (JSON) is not written in the one agreed way (RFC 8785): ${why}.`,
  'record-malformed': ({ field }) => `The record's field "${field}" does not fit the form.`,
  'record-contradicts-itself': ({ field, said, found }) => `The record's field "${field}" does not agree with its items (it says ${said}, they come to ${found}).`,
  'date-impossible': ({ field }) => `The date in "${field}" is in no calendar.`,
  'issued-in-the-future': ({ issuedAt }) => `The time of issue (${issuedAt}) lies in the future.`,
  'signed-at-other-time': ({ signedAt, issuedAt }) => `It was signed at another time (${signedAt}) than it was issued (${issuedAt}).`,
  'other-contract': ({ contractNo }) => `This key is not registered for documents of the contract "${contractNo}".`,
  'record-of-other-keys': ({ field }) => `The key that the record names (${field}) is not the one that signed it.`,
  'witness-wrong': ({ why }) => `The ledger's proof that came with the record is wrong (${why}).`,
  'trusted-key-unreadable': ({ position }) => `The trusted key in position ${position} cannot be read.`,

  'pdf-not-ours': ({ at, why }) => `The PDF is not built as we build it (byte ${at}: ${why}). Another program may have saved it again.`,
  'pdf-truncated': () => 'The PDF ends too early.',
  'pdf-bytes-appended': () => 'Something was added behind the end of the PDF.',
  'pdf-updated-later': () => 'The PDF was updated after it was signed.',
  'pdf-bytes-unaccounted': ({ at }) => `The PDF holds bytes that belong to nothing (byte ${at}).`,
  'pdf-duplicate-key': ({ key }) => `The PDF has the key "${key}" twice in one dictionary.`,
  'pdf-forbidden': ({ name }) => `The PDF holds a device that no document needs (${name}).`,
  'pdf-compressed': ({ filter }) => `The PDF holds a compression or filter that we do not use (${filter}).`,
  'pdf-unreachable-object': ({ number }) => `The PDF has a hidden part (${number}) to which nothing refers.`,
  'pdf-attachments': ({ count }) => `The PDF must have one attachment; it has ${count}.`,
  'pdf-fields': ({ count }) => `The PDF must have two signature fields; it has ${count}.`,
  'pdf-signatures': ({ count }) => `The PDF must have one signature; it has ${count}.`,
  'pdf-certification-missing': () => 'The PDF does not forbid later changes (DocMDP).',
  'pdf-range-wrong': () => 'The signature (ByteRange) does not cover the whole file.',
  'pdf-contents-malformed': () => "The signature's value (Contents) is not written properly.",
  'pdf-print-differs': ({ at, object }) => `What is printed is not what its embedded record prints (byte ${at}: ${object}).`,

  'csv-malformed': ({ line, why }) => `Line ${line} of the CSV is not written properly (${why}).`,
  'csv-column-missing': ({ column }) => `The CSV lacks the column "${column}".`,
  'csv-column-twice': ({ column }) => `The CSV has the column "${column}" twice.`,
  'csv-column-unknown': ({ column }) => `The CSV has a column that the form does not know: "${column}".`,
  'csv-value-malformed': ({ row, column }) => `"${column}" of item ${row} does not fit the form.`,
  'csv-value-differs': ({ row, column }) => `"${column}" of item ${row} is not what was issued.`,
  'csv-rows-missing': ({ expected, found }) => `The number of items is wrong (${expected} were issued, ${found} are here).`,
  'csv-values-differ': () => 'The values of the CSV are not what was issued.',
  'code-differs': ({ code }) => `The verification code (${code}) does not agree with the contents.`,
  'code-absent': () => 'There is neither a code nor a signature to compare with.',
  'seal-malformed': ({ why }) => `The signature column cannot be read (${why}).`,
  'seal-of-other-document': ({ field }) => `The signature column belongs to another document (${field}).`,
  'seal-signature-wrong': ({ keyId }) => `The signature by the key ${keyId} is wrong.`,

  'signature-refused': ({ why }) => `The signature is not believed: ${faults[why] ?? why}`,
  'signer-in-other-place': ({ organisation, form }) => `It is signed by a key of ${organisation}, which is not in the place of those who issue this form (${form}).`,

  'counter-signature-refused': ({ why }) => `The city's signature (the second one) is not believed: ${faults[why] ?? why}`,
  'counter-signed-by-issuer': ({ organisation }) => `The second signature, which should be the city's, is by a key of ${organisation}, which issued the document itself.`,
  'counter-signed-by-outsider': ({ organisation }) => `${organisation}, who made the second signature, is not registered as the city of this contract.`,
  'counter-signed-at-impossible-time': ({ signedAt, issuedAt }) => `The time of the second signature (${signedAt}) is before the time of issue (${issuedAt}), or in the future.`,

  'not-for-import': ({ form }) => `Documents of this form (${form}) are not imported.`,
  'contract-unknown': ({ contractNo }) => `The contract "${contractNo}" is not registered.`,
  'number-taken': ({ docNo }) => `The same revision of ${docNo} was imported before with other contents.`,
}

const faults: Record<SignatureFault, string> = {
  'not-strict-der': 'it is not encoded strictly.',
  'not-signed-data': 'it is no signature.',
  'content-attached': 'it carries contents of its own.',
  'no-signer': 'nobody signed.',
  'several-signers': 'more than one signed.',
  'digest-not-sha-256': 'its digest is not SHA-256.',
  'signature-not-rsa': 'it is not RSA.',
  'no-signed-attributes': 'it has no signed attributes.',
  'unsigned-attributes': 'it has attributes that it does not protect.',
  'attribute-missing': 'a signed attribute is missing.',
  'attribute-unknown': 'it has a signed attribute that we do not know.',
  'attribute-twice': 'it has a signed attribute twice.',
  'attributes-unordered': 'its signed attributes are out of order.',
  'attribute-malformed': 'a signed attribute is not written properly.',
  'ess-missing': 'it is not bound to a certificate.',
  'ess-of-another-certificate': 'it is bound to another certificate.',
  'content-differs': 'the contents were changed after signing.',
  'signature-wrong': 'its value is wrong.',
  'certificate-not-understood': 'a certificate cannot be read.',
  'signer-certificate-missing': "the signer's certificate is missing.",
  'other-certificates': 'it holds certificates that do not belong here.',
  'signer-key-weak': "the signer's key is too weak.",
  'signer-key-usage': "the signer's certificate is not for signing.",
  'signer-is-authority': 'a certificate authority signed it.',
  'issuer-missing': "the issuer of the signer's certificate is missing.",
  'issuer-is-no-authority': 'the issuer may not issue certificates.',
  'issuer-signature-wrong': "the issuer's signature on the certificate is wrong.",
  'issuer-key-weak': "the issuer's key is too weak.",
  'root-not-registered': 'its key is not one that was registered.',
  'root-of-the-same-name': 'another key, under the name of a registered organisation.',
  'signed-in-the-future': 'it was signed in the future.',
  'before-validity': 'it was signed before its certificate was valid.',
  'after-validity': 'it was signed after its certificate had ended.',
  'not-as-we-write': 'it holds more than a signature needs.',
}

export function sayFindingInEnglish({ code, facts }: Finding): string {
  const sentence = (sentences as Record<string, ((facts: never) => string) | undefined>)[code]
  return sentence ? sentence(facts as never) : `Something could not be checked (${code}).`
}
